import { concatBytes } from '@kanribo/kernel';

/** All bytes of a file, or undefined as soon as there are more than `bytesAtMost`. */
export async function readWhole(
  chunks: AsyncIterable<Uint8Array>,
  bytesAtMost: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > bytesAtMost) return undefined;
    parts.push(chunk.slice());
  }
  return concatBytes(parts);
}
