import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { KeyDirectory } from '../key-directory.ts';
import { createKeys } from '../open-keys.ts';
import type { OnStep } from '../steps.ts';
import { valueOf } from './values.ts';

const made: string[] = [];
afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true, force: true });
});

/** A directory that is empty, private, and gone after the test. */
export async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-keys-'));
  made.push(directory);
  return directory;
}

/** Keys without a passphrase in a directory of their own. */
export async function freshKeys(onStep?: OnStep): Promise<Fresh> {
  const directory = await emptyDirectory();
  const protection = { kind: 'file' } as const;
  const what = { directory, protection, ...(onStep === undefined ? {} : { onStep }) };
  return { directory, keys: valueOf(await createKeys(what)) };
}

/** What {@link freshKeys} answers. */
export interface Fresh {
  readonly directory: string;
  readonly keys: KeyDirectory;
}

/** Every file below a directory, by its path from there. */
export async function filesIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory, { recursive: true });
  const files = await Promise.all(
    names.map(async (name) => ({ name, isFile: (await stat(join(directory, name))).isFile() })),
  );
  return files.filter(({ isFile }) => isFile).map(({ name }) => name);
}

/** The text of the guard's newest file, and its path. */
export async function newestGuard(directory: string): Promise<{ path: string; text: string }> {
  const names = await readdir(join(directory, 'v1', 'guard'));
  const newest = Math.max(...names.filter((name) => /^\d+$/.test(name)).map(Number));
  const path = join(directory, 'v1', 'guard', String(newest));
  return { path, text: await readFile(path, 'latin1') };
}
