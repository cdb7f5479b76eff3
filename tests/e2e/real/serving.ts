import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..', '..');
const served = join(root, 'tests', 'e2e', 'outbound', 'serve.ts');
const commandLine = join(root, 'apps', 'cli', 'src', 'main.ts');

/** The real server in a process and a directory of its own. */
export interface Serving {
  readonly origin: string;
  /** Where the first administrator begins. */
  readonly setUpLink: string;
  /** Issues a device's certificate by the command line, as whoever keeps the keys does. */
  deviceCertificate(title: string): Promise<{ readonly pfx: Buffer; readonly passphrase: string }>;
  /** Ends the server and begins it anew, at the same address and with the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves these screens with the real server: without data, or with the life the demo tells; under
 * TLS where names of the server are given.
 */
export async function serve(
  screens: string,
  data: 'none' | 'demo',
  hosts: readonly string[] = [],
): Promise<Serving> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-real-'));
  // PostgreSQL does not run as root and has to pass the directory.
  await chmod(directory, 0o711);
  if (data === 'demo') {
    const words = [commandLine, 'demo', '--once', '--data', directory];
    await promisify(execFile)(process.execPath, words, { maxBuffer: 64 * 1024 * 1024 });
  }
  const begin = (port: string) =>
    spawn(process.execPath, [served, directory, screens, port, ...hosts], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  let server = begin('0');
  const setUpLink = await linkOf(server);
  const { origin, port } = new URL(setUpLink);
  const end = async () => {
    const ended = once(server, 'close');
    server.kill('SIGTERM');
    await ended;
  };
  return {
    setUpLink,
    origin,
    async restart() {
      await end();
      server = begin(port);
      await servingSaid(server);
    },
    deviceCertificate: (title) => deviceCertificate(directory, title),
    async close() {
      await end();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function deviceCertificate(directory: string, title: string) {
  const file = join(directory, `${randomUUID()}.p12`);
  const where = ['--to', file, '--keys', join(directory, 'keys')];
  const words = [commandLine, 'keys', 'tls', 'client', title, ...where];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  const [passphrase = ''] = /(?:[A-Z2-9]{5}-){3}[A-Z2-9]{5}/u.exec(stdout) ?? [];
  return { pfx: await readFile(file), passphrase };
}

/** The set-up link a server prints when it has begun. */
export function linkOf(server: ChildProcess): Promise<string> {
  return firstSaid(server, /https?:\/\/\S+\/set-up#\S+/u);
}

/** Waits for a server that has an administrator already. */
async function servingSaid(server: ChildProcess): Promise<void> {
  await firstSaid(server, /で動いています/u);
}

/** The first thing of this kind that a server prints. */
async function firstSaid({ stdout }: ChildProcess, kind: RegExp): Promise<string> {
  if (stdout === null) throw new Error('the server says nothing');
  for await (const line of createInterface(stdout)) {
    const [found] = kind.exec(line) ?? [];
    if (found === undefined) continue;
    stdout.resume();
    return found;
  }
  throw new Error('the server ended before it had begun');
}
