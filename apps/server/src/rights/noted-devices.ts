import type { Socket } from 'node:net';
import { type ConnectionDevice, deviceReader } from '../http/client-certificate.ts';
import type { ServerSettings } from '../http/settings.ts';
import type { Parts } from '../parts.ts';
import { noteAttempt } from './note-attempt.ts';

/** Of a request what tells its connection, and what notes name it by. */
interface Asking {
  readonly id: string;
  readonly ip: string;
  readonly raw: { readonly socket: Socket };
}

const mostNoted = 1_000;

/**
 * Reads the device of requests. A certificate that counts as none is noted once: in the server's
 * own log, and as an attempt by address.
 */
export function notedDevices(
  parts: Pick<Parts, 'accounts' | 'clock' | 'log'>,
  { tls }: Pick<ServerSettings, 'tls'>,
): (request: Asking) => Promise<ConnectionDevice> {
  const read = deviceReader(tls);
  const noted = new Set<string>();
  return async (request) => {
    const now = parts.clock.now();
    const device = read(request.raw.socket, new Date(now));
    if (device.state !== 'refused') return device;
    const what = `${device.because} ${device.fingerprint}`;
    // Whoever shows a new one with each connection fills neither memory nor log.
    if (noted.has(what) || noted.size >= mostNoted) return device;
    noted.add(what);
    parts.log(`${now} ${request.id} a client certificate counts as none: ${what}`);
    await noteAttempt(parts, request);
    return device;
  };
}
