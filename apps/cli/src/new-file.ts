import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncDirectory, writeFileDurably } from './bundle-directory.ts';
import { CliFault } from './cli-fault.ts';
import { exists } from './places.ts';

/**
 * Holds to a name under which nothing is there yet.
 * @throws {CliFault} `failed`.
 */
export async function requireNoFile(file: string): Promise<void> {
  if (!(await exists(file))) return;
  throw new CliFault('failed', `${file} は既にあります。別の名前を指定してください。`);
}

/**
 * Writes a file as a whole, durably, or leaves nothing: the bytes are written beside the place and
 * moved there in one step. Only the owner may read it.
 */
export async function writeNewFile(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const name = `.${basename(file)}.${randomBytes(6).toString('hex')}.part`;
  const staging = join(dirname(file), name);
  try {
    await writeFileDurably(staging, bytes);
    await requireNoFile(file);
    await rename(staging, file);
    await syncDirectory(dirname(file));
  } catch (error) {
    await rm(staging, { force: true });
    throw error;
  }
}
