import { once } from 'node:events';
import { type SecureContextOptions, type TLSSocket, connect, createServer } from 'node:tls';

/** What each side of a connection thinks of the other's certificate. */
export interface Seen {
  /** Why the client refused the server; undefined where it trusts it. */
  readonly refused: string | undefined;
  /** Whether the server trusts the certificate that the client showed. */
  readonly isClientTrusted: boolean | undefined;
}

/** Both sides of a connection under TLS, by the host name the client asks for. */
export async function handshake(order: {
  readonly server: SecureContextOptions;
  readonly client: SecureContextOptions;
  readonly name: string;
}): Promise<Seen> {
  const asked = { requestCert: true, rejectUnauthorized: false };
  const server = createServer({ ...order.server, ...asked });
  const accepted = new Promise<TLSSocket>((resolve) => {
    server.on('secureConnection', resolve);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const where = { host: '127.0.0.1', port, servername: order.name };
  const socket = connect({ ...order.client, ...where });
  try {
    const refused = await refusalOf(socket);
    const isClientTrusted = refused === undefined ? (await accepted).authorized : undefined;
    return { refused, isClientTrusted };
  } finally {
    socket.destroy();
    server.close();
  }
}

async function refusalOf(socket: TLSSocket): Promise<string | undefined> {
  try {
    await once(socket, 'secureConnect');
    return undefined;
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    const code = 'code' in fault ? String(fault.code) : 'UNSPECIFIED';
    return code === 'UNSPECIFIED' ? fault.message : code;
  }
}
