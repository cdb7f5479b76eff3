import { fileTypeFromBuffer } from 'file-type';

/** Kinds of files an office keeps as evidence, by the extension they are saved under. */
const keptExtensions: ReadonlySet<string> = new Set([
  'pdf',
  'jpg',
  'png',
  'tif',
  'heic',
  'docx',
  'xlsx',
  'pptx',
]);

/** As much of a file as its kind is told by. */
const headBytes = 1024 * 1024;

/** Control characters no text of an office holds: all below space but tab, line and page ends. */
const isControl = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);

/** What came is neither of the kinds that are kept nor text. */
export class UnkeptKindFault extends Error {
  override readonly name = 'UnkeptKindFault';
}

/**
 * The extension a file is saved under, told by its contents and never by its name; undefined where
 * it is none of the kinds that are kept. Text is whatever holds no control characters, in any
 * encoding an office uses but UTF-16.
 */
export async function extensionOf(head: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined) return keptExtensions.has(found.ext) ? found.ext : undefined;
  return head.some(isControl) ? undefined : 'txt';
}

/**
 * The same chunks, as long as they are of a kind that is kept.
 * @throws {UnkeptKindFault} while they are read, before the first chunk or amid a text.
 */
export async function* onlyKeptKinds(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { head, rest } = await headOf(content);
  const extension = await extensionOf(head);
  if (extension === undefined) {
    await rest.return(undefined);
    throw new UnkeptKindFault('a kind of file that is not kept');
  }
  yield head;
  for await (const chunk of rest) {
    if (extension === 'txt' && chunk.some(isControl)) {
      throw new UnkeptKindFault('a text that turns into something else');
    }
    yield chunk;
  }
}

/** The first bytes of a file, up to a mebibyte and the chunk that reaches it, and what follows. */
export async function headOf(content: AsyncIterable<Uint8Array>): Promise<{
  readonly head: Uint8Array;
  readonly rest: AsyncGenerator<Uint8Array, undefined, undefined>;
}> {
  const rest = chunksOf(content);
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < headBytes) {
    const next = await rest.next();
    if (next.done === true) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(parts), rest };
}

async function* chunksOf(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined, undefined> {
  yield* content;
  return undefined;
}
