import { type Socket, connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';

/**
 * At which moment a connection is cut: before the database sees the statement; when the database
 * has it and nobody waits for the answer; when it is committed and the answer is on its way.
 */
export type Cut = 'before-send' | 'in-flight' | 'after-commit';

/** A wire between a program and its database that can be cut at a chosen moment. */
export interface Wire {
  /** The database by way of this wire, for `openDatabase({ url })` or `DATABASE_URL`. */
  readonly url: string;
  /** Cuts the connection at the next use of the statement of this name, e.g. `append`. */
  cutNext(statement: string, cut: Cut): void;
  /** Cuts all connections and takes no more until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** End of an answer: ReadyForQuery, five bytes long, with the transaction's status. */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5]);

/** Long enough for the database to have taken up what was sent. */
const arrivalMs = 100;

interface Plan {
  readonly statement: string;
  readonly cut: Cut;
}

/** Opens a wire to the database of a connection string. */
export async function openWire(url: string): Promise<Wire> {
  const sockets = new Set<Socket>();
  let plan: Plan | undefined;
  const server = createServer((near) => {
    const far = connectTo(url);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    join(near, far, (sent) => {
      if (plan === undefined || !sent.includes(`\0${plan.statement}\0`)) return undefined;
      const { cut } = plan;
      plan = undefined;
      return cut;
    });
  });
  const port = await listen(server, 0);
  const down = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: throughPort(url, port),
    cutNext: (statement, cut) => {
      plan = { statement, cut };
    },
    down,
    up: async () => {
      await listen(server, port);
    },
    close: async () => {
      if (server.listening) await down();
    },
  };
}

function join(near: Socket, far: Socket, cutFor: (sent: Buffer) => Cut | undefined): void {
  let cut: Cut | undefined;
  near.on('data', (sent) => {
    cut ??= cutFor(sent);
    if (cut === 'before-send') {
      far.destroy();
      return;
    }
    far.write(sent);
    if (cut === 'in-flight') setTimeout(() => far.destroy(), arrivalMs);
  });
  far.on('data', (answer) => {
    if (cut === undefined) {
      near.write(answer);
      return;
    }
    if (answer.subarray(-6, -1).equals(readyForQuery)) far.destroy();
  });
}

function connectTo(url: string): Socket {
  const { searchParams, hostname, port } = new URL(url.replace('@/', '@localhost/'));
  const directory = searchParams.get('host');
  const chosenPort = searchParams.get('port') ?? port;
  if (directory === null || !directory.startsWith('/')) {
    return connect({ host: directory ?? hostname, port: Number(chosenPort) });
  }
  return connect({ path: path.join(directory, `.s.PGSQL.${chosenPort}`) });
}

function throughPort(url: string, port: number): string {
  const through = new URL(url.replace('@/', '@localhost/'));
  through.search = '';
  through.hostname = '127.0.0.1';
  through.port = String(port);
  return through.href;
}

async function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
