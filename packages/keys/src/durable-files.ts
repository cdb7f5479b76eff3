import { randomBytes } from 'node:crypto';
import { type FileHandle, link, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KeysFault } from './keys-fault.ts';

/** Begins the name of whatever is not yet, or never came to be, part of a keys directory. */
export const stagingPrefix = '.new-';

/** Whether the file system answered with this `errno` code, e.g. `EEXIST`. */
const isFileError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

// Windows has no permission bits (every file reads as 0666) and no fsync of directories.
const isPosix = process.platform !== 'win32';

/**
 * Does `work` on the file or directory at `path`.
 * @throws {KeysFault} `storage-failed` around whatever the file system answers.
 */
export async function storing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof KeysFault) throw cause;
    throw new KeysFault('storage-failed', `could not read or write ${path}`, { cause });
  }
}

/** The same, but undefined where there is no such file or directory. */
export async function ifThere<T>(path: string, work: () => Promise<T>): Promise<T | undefined> {
  return storing(path, async () => {
    try {
      return await work();
    } catch (cause) {
      if (isFileError(cause, 'ENOENT')) return undefined;
      throw cause;
    }
  });
}

/**
 * The bytes of a private file from `offset` on; undefined where there is no such file.
 * @throws {KeysFault} `permissions-too-open` where anyone but the owner has any right to it.
 */
export async function readPrivate(path: string, offset = 0): Promise<Uint8Array | undefined> {
  return ifThere(path, async () => {
    const file = await open(path, 'r');
    try {
      const { mode, size } = await file.stat();
      demandPrivateMode(path, mode);
      return await readRest(file, offset, size);
    } finally {
      await file.close();
    }
  });
}

async function readRest(file: FileHandle, offset: number, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, size - offset));
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, offset + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/**
 * Looks at the rights of a file or directory; one that is gone by now has none.
 * @throws {KeysFault} `permissions-too-open` where anyone but the owner has any right to it.
 */
export async function demandPrivate(path: string): Promise<void> {
  const status = await ifThere(path, () => stat(path));
  if (status !== undefined) demandPrivateMode(path, status.mode);
}

function demandPrivateMode(path: string, mode: number): void {
  if (!isPosix || (mode & 0o077) === 0) return;
  const remedy = `run: chmod go= '${path}'`;
  throw new KeysFault('permissions-too-open', `others than its owner may use ${path}; ${remedy}`);
}

/** Makes a directory (and those above it) that only its owner may use; durable. */
export async function makePrivateDirectory(path: string): Promise<void> {
  await storing(path, async () => {
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = path; made.length >= first.length; made = dirname(made)) {
      await syncDirectory(dirname(made));
    }
  });
}

/** Writes a file that was not there, for its owner only, and fsyncs its bytes. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  await storing(path, async () => {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/**
 * Puts a whole file under a name that is free, in one step: of two who try, one is answered
 * `published` and the other `there-already`; to both, what stands there is durable. `staged` runs
 * between writing the bytes and giving them their name.
 */
export async function publishFile(
  path: string,
  bytes: Uint8Array,
  staged: () => Promise<void>,
): Promise<'published' | 'there-already'> {
  const staging = stagingPathIn(dirname(path));
  await writeNewFile(staging, bytes);
  await staged();
  return storing(path, async () => {
    const published = await linked(staging, path);
    await unlink(staging);
    await syncDirectory(dirname(path));
    return published ? 'published' : 'there-already';
  });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (cause) {
    if (isFileError(cause, 'EEXIST')) return false;
    throw cause;
  }
}

/**
 * Gives a whole directory its name in one step, durably; `false`, and `from` is removed, where a
 * directory of that name was there first.
 */
export async function publishDirectory(from: string, to: string): Promise<boolean> {
  return storing(to, async () => {
    try {
      await rename(from, to);
    } catch (cause) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].some((code) => isFileError(cause, code))) throw cause;
      if ((await ifThere(to, () => stat(to))) === undefined) throw cause;
      await rm(from, { recursive: true });
      return false;
    }
    await syncDirectory(dirname(to));
    return true;
  });
}

/** A name in `directory` that nobody else has; what stands there counts for nothing. */
export const stagingPathIn = (directory: string): string =>
  join(directory, `${stagingPrefix}${randomBytes(8).toString('hex')}`);

/** Makes names that were given or taken away in a directory durable. */
export async function syncDirectory(path: string): Promise<void> {
  if (!isPosix) return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
