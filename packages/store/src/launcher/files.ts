import { access, lchown, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './account.ts';

/** Whether the operating system gave this error code, e.g. `ENOENT`. */
export function isErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Whether there is anything at this path that we can see. */
export async function exists(place: string): Promise<boolean> {
  try {
    await access(place);
    return true;
  } catch {
    return false;
  }
}

/** Makes `account` the owner of a directory and of all that is in it. */
export async function giveTree(directory: string, account: Account): Promise<void> {
  await lchown(directory, account.uid, account.gid);
  for (const name of await readdir(directory, { recursive: true })) {
    await lchown(path.join(directory, name), account.uid, account.gid);
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Renames a finished directory to its place, durably. Where another process was first, its
 * directory stays and ours is removed.
 */
export async function moveIntoPlace(finished: string, place: string): Promise<void> {
  try {
    await rename(finished, place);
  } catch (error) {
    if (!isErrorCode(error, 'ENOTEMPTY') && !isErrorCode(error, 'EEXIST')) throw error;
    await rm(finished, { recursive: true });
  }
  await syncDirectory(path.dirname(place));
}
