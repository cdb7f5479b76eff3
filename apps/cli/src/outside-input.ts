import { open } from 'node:fs/promises';
import { CliFault } from './cli-fault.ts';
import type { Arguments } from './terminal/arguments.ts';

const longestBytes = 65_536;

/** What a person holds outside: the text itself, or what a file of this name says. */
export interface OutsideText {
  readonly text: string;
  /** The file it was read from; undefined where the word itself is the text. */
  readonly file: string | undefined;
}

/**
 * The value of an option that is either a short text or the name of a file that holds it.
 * @throws {CliFault} `failed` when the file is too long to be one.
 */
export async function readOutside(
  given: Arguments,
  name: string,
): Promise<OutsideText | undefined> {
  const word = given.optional(name);
  if (word === undefined) return undefined;
  const path = given.path(word);
  const text = await readShortFile(path);
  return text === undefined ? { text: word, file: undefined } : { text, file: path };
}

async function readShortFile(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (isNoFile(error)) return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    const buffer = Buffer.alloc(longestBytes + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    if (bytesRead <= longestBytes) return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
  throw new CliFault(
    'failed',
    `${path} は大きすぎます。検証鍵か要約のファイルを指定してください。`,
  );
}

const isNoFile = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG');
