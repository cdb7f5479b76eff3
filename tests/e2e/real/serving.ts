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
  const server = spawn(process.execPath, [served, directory, screens, '0', ...hosts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const setUpLink = await linkOf(server);
  return {
    setUpLink,
    origin: new URL(setUpLink).origin,
    deviceCertificate: (title) => deviceCertificate(directory, title),
    async close() {
      const ended = once(server, 'close');
      server.kill('SIGTERM');
      await ended;
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
export async function linkOf(server: ChildProcess): Promise<string> {
  const { stdout } = server;
  if (stdout === null) throw new Error('the server says nothing');
  for await (const line of createInterface(stdout)) {
    const [link] = /https?:\/\/\S+\/set-up#\S+/u.exec(line) ?? [];
    if (link === undefined) continue;
    stdout.resume();
    return link;
  }
  throw new Error('the server ended before it printed its link');
}
