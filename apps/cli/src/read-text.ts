import { readFile, stat } from 'node:fs/promises';
import { CliFault } from './cli-fault.ts';

const largestBytes = 4 * 1024 * 1024;

/** A text file as it was found: its bytes, and what they say. */
export interface TextFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Reads a text file in UTF-8 or Shift_JIS, as offices keep them.
 * @throws {CliFault} `usage` where it cannot be read, is larger than 4 MiB, empty, or neither.
 */
export async function readTextFile(path: string): Promise<TextFile> {
  const bytes = await bytesOf(path);
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis');
  if (text === undefined || text.includes('\0')) {
    throw new CliFault('usage', `${path} は UTF-8 でも Shift_JIS でもないため、読めません。`);
  }
  if (text.trim() === '') throw new CliFault('usage', `${path} は空です。`);
  return { bytes, text };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largestBytes) throw new CliFault('usage', `${path} は大きすぎます（4 MiB まで）。`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CliFault) throw error;
    throw new CliFault('usage', `${path} を開けません。ファイルの場所と権限を確かめてください。`);
  }
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
