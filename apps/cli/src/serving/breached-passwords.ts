import { hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { BreachedPasswords } from '@kanribo/application';
import { CliFault } from '../cli-fault.ts';

const digestLength = 40;
/** A digest, a colon, a count of at most 12 digits, and the end of the line. */
const longestLine = digestLength + 15;
const line = /^[0-9A-F]{40}(?::\d{1,12})?\r?$/u;

/** A list of leaked passwords that lies on the machine, and letting go of it. */
export interface BreachedList {
  readonly isListed: BreachedPasswords;
  close(): Promise<void>;
}

/**
 * Opens a list of leaked passwords as "Pwned Passwords" is handed out: a line for each SHA-1 in
 * upper-case hex, in order, with or without a count. Nothing of it is kept in memory.
 * @throws {CliFault} `failed` where it is no such file.
 */
export async function openBreachedList(path: string): Promise<BreachedList> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new CliFault('failed', `${path} を開けません。場所を確かめてください。`, { cause });
  });
  const { size } = await file.stat();
  const ends = [await lineFrom(file, 0), await lineFrom(file, Math.floor(size / 2))];
  if (size === 0 || ends.some(({ text }) => text !== '' && !line.test(text))) {
    await file.close();
    throw new CliFault(
      'failed',
      `${path} は、漏れたパスワードの一覧ではありません。SHA-1 を昇順に並べた「Pwned Passwords」のファイルを指定してください。`,
    );
  }
  return { isListed: (password) => isIn(file, size, password), close: () => file.close() };
}

/** Halves the bytes until the line that would hold the digest is all that is left. */
async function isIn(file: FileHandle, size: number, password: string): Promise<boolean> {
  const sought = hash('sha1', password, 'hex').toUpperCase();
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { text, end } = await lineFrom(file, middle);
    const digest = text.slice(0, digestLength);
    if (digest === sought) return true;
    if (text === '' || digest > sought) high = middle;
    else low = end;
  }
  return false;
}

interface Line {
  readonly text: string;
  /** Where the next one begins. */
  readonly end: number;
}

/** The first line that begins at this byte or after it; empty where there is none. */
async function lineFrom(file: FileHandle, at: number): Promise<Line> {
  const from = Math.max(0, at - 1);
  const buffer = Buffer.alloc(2 * longestLine);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
  const text = buffer.subarray(0, bytesRead).toString('latin1');
  const skipped = at === 0 ? 0 : text.indexOf('\n') + 1;
  if (at > 0 && skipped === 0) return { text: '', end: from + bytesRead };
  const stop = text.indexOf('\n', skipped);
  const end = stop < 0 ? text.length : stop;
  return { text: text.slice(skipped, end).trimEnd(), end: from + end + 1 };
}
