import { createSocket } from 'node:dgram';
import { connect } from 'node:net';

/** A program that does what the product must not: it calls out, by TCP and by UDP (RFC 5737). */
const address = '192.0.2.1';
connect(9, address).on('error', () => undefined);
const socket = createSocket('udp4');
socket.on('error', () => undefined);
socket.send('x', 9, address, () => socket.close());
