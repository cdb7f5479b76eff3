import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, fchownSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import type { Account } from './account.ts';
import { programEnvironment } from './initialise.ts';
import { isErrorCode } from './files.ts';

/** Where a running PostgreSQL listens: a directory with a unix socket, or an address. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What `postmaster.pid` says of a PostgreSQL that runs, or ran. */
export interface PostmasterFile {
  readonly pid: number;
  readonly address: Address;
  /** Whether it says that it takes connections. */
  readonly ready: boolean;
}

/** Linux allows 107 bytes in the path of a unix socket. */
const longestSocketPath = 107;
const socketPort = 5432;

/** Reads `postmaster.pid`; undefined when there is none, or none that is complete. */
export async function readPostmasterFile(
  clusterDirectory: string,
): Promise<PostmasterFile | undefined> {
  try {
    const text = await readFile(path.join(clusterDirectory, 'postmaster.pid'), 'utf8');
    const [pid = '', , , port = '', socketDirectory = '', address = '', , status = ''] =
      text.split('\n');
    return {
      pid: Number(pid),
      address: {
        host: socketDirectory === '' ? address : socketDirectory,
        port: Number(port),
      },
      ready: status.trim() === 'ready' || status.trim() === 'standby',
    };
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Whether a process with this id is there, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrorCode(error, 'EPERM');
  }
}

/** Whether something accepts connections at this address. */
export async function answers({ host, port }: Address): Promise<boolean> {
  const place = host.startsWith('/')
    ? { path: path.join(host, `.s.PGSQL.${port}`) }
    : { host, port };
  return new Promise((resolve) => {
    const socket = connect(place);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : socketPort;
      server.close(() => resolve(port));
    });
  });
}

async function listenSettings(clusterDirectory: string): Promise<readonly string[]> {
  const socket = path.join(clusterDirectory, `.s.PGSQL.${socketPort}`);
  if (Buffer.byteLength(socket) > longestSocketPath) {
    const port = await freePort();
    return ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`];
  }
  const quoted = `"${clusterDirectory.replaceAll('"', '""')}"`;
  return [
    'listen_addresses=',
    `unix_socket_directories=${quoted}`,
    'unix_socket_permissions=0700',
    `port=${socketPort}`,
  ];
}

/** How PostgreSQL is to be started. */
export interface Start {
  readonly postgres: string;
  readonly clusterDirectory: string;
  readonly account: Account | undefined;
  readonly logFile: string;
  /** Further settings, `name=value`. */
  readonly settings: readonly string[];
}

/**
 * Starts PostgreSQL in a session of its own, so that it outlives us and no Ctrl-C reaches it. Its
 * log never holds the contents of rows.
 */
export async function startPostmaster(start: Start): Promise<ChildProcess> {
  const settings = [
    ...(await listenSettings(start.clusterDirectory)),
    'dynamic_shared_memory_type=mmap',
    'log_checkpoints=off',
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    ...start.settings,
  ];
  const log = openLog(start);
  try {
    if (start.account !== undefined) fchownSync(log, start.account.uid, start.account.gid);
    const child = spawn(
      start.postgres,
      ['-D', start.clusterDirectory, ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...start.account,
        cwd: start.clusterDirectory,
        env: programEnvironment,
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** The directory may be another account's, whose link is not to lead root to a file of its own. */
function openLog({ logFile, account }: Start): number {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const others = account === undefined ? 0 : O_NOFOLLOW;
  return openSync(logFile, O_WRONLY | O_APPEND | O_CREAT | others, 0o600);
}
