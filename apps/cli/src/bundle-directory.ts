import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { BundleSource } from '@kanribo/evidence';
import { CliFault } from './cli-fault.ts';

/**
 * The bundle in a directory. Only plain files and directories are read: a link or a pipe in it ends
 * the reading with its name.
 * @throws {CliFault} `failed` when the path is no directory.
 */
export async function bundleIn(directory: string): Promise<BundleSource> {
  const found = await stat(directory);
  if (!found.isDirectory()) {
    throw new CliFault(
      'failed',
      `${directory} はフォルダではありません。控えのフォルダを指定してください。`,
    );
  }
  return {
    names: () => namesIn(directory, ''),
    read: (name) => readPlainFile(join(directory, ...name.split('/'))),
  };
}

async function* namesIn(directory: string, prefix: string): AsyncGenerator<string> {
  const entries = await readdir(directory, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* namesIn(path, `${prefix}${entry.name}/`);
    else if (entry.isFile()) yield `${prefix}${entry.name}`;
    else throw notPlain(path);
  }
}

async function* readPlainFile(path: string): AsyncGenerator<Uint8Array> {
  if (!(await lstat(path)).isFile()) throw notPlain(path);
  const stream: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 262_144 });
  yield* stream;
}

const notPlain = (path: string): CliFault =>
  new CliFault('failed', `${path} は通常のファイルではありません。控えから取り除いてください。`);

/**
 * Holds to a place where a bundle can be written: nothing is there, or an empty directory.
 * @throws {CliFault} `failed`.
 */
export async function requireVacant(directory: string): Promise<void> {
  try {
    const names = await readdir(directory);
    if (names.length === 0) return;
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  throw new CliFault(
    'failed',
    `${directory} は空ではありません。新しいフォルダを指定してください。`,
  );
}

/**
 * Writes a bundle as a whole, durably, or leaves nothing: its files are written beside the place
 * and moved there in one step. Only the owner may read them, as they hold names.
 */
export async function writeBundle(source: BundleSource, directory: string): Promise<void> {
  await mkdir(dirname(directory), { recursive: true });
  const name = `.${basename(directory)}.${randomBytes(6).toString('hex')}.part`;
  const staging = join(dirname(directory), name);
  await mkdir(staging, { mode: 0o700 });
  try {
    const directories = new Set([staging]);
    for await (const file of source.names()) {
      const path = join(staging, ...file.split('/'));
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      for (const parent of parentsOf(path, staging)) directories.add(parent);
      await writeFileDurably(path, source.read(file));
    }
    for (const made of directories) await syncDirectory(made);
    await requireVacant(directory);
    await rename(staging, directory);
    await syncDirectory(dirname(directory));
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
}

function parentsOf(path: string, top: string): readonly string[] {
  const steps = dirname(path).slice(top.length).split(sep).filter(Boolean);
  return steps.map((_, index) => join(top, ...steps.slice(0, index + 1)));
}

/** Writes a file that is not there yet, readable by its owner alone, and syncs it. */
export async function writeFileDurably(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes what was done to a directory's names durable. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
