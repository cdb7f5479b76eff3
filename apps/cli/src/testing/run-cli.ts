import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** How a command ended, and what it said. */
export interface Ended {
  readonly exitCode: number | null;
  readonly printed: string;
  readonly complained: string;
}

const program = join(import.meta.dirname, '..', 'main.ts');

/** The passphrases that tests use; no output may hold one of them. */
export const secrets = {
  KANRIBO_PASSPHRASE: 'keys: correct horse battery staple',
  KANRIBO_BACKUP_PASSPHRASE: 'backup: correct horse battery staple',
} as const;

/** Runs `kanribo …` in a process of its own. */
export async function runCli(
  words: readonly string[],
  given: {
    readonly directory: string;
    readonly environment?: Readonly<Record<string, string | undefined>>;
  },
): Promise<Ended> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [program, ...words], {
    cwd: given.directory,
    env: { PATH, ...secrets, ...given.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [printed, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exitCode: await ended, printed, complained };
}

/** Lends an empty directory of a test's own. */
export async function inDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-cli-'));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}
