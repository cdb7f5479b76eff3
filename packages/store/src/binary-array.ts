/** Types of array elements, by PostgreSQL's fixed object ids. */
export const elementType = { bytea: 17, smallint: 21, bigint: 20, text: 25 } as const;

const arrayHeaderBytes = 20;
const nullLength = -1;

/** An element of an array: bytes, a text that goes over in UTF-8, or null. */
type Element = Uint8Array | string | null;

/**
 * A one-dimensional array in PostgreSQL's binary format, as `array_recv` reads it. Spares the
 * driver the quoting of each element.
 */
export function binaryArray(
  type: (typeof elementType)[keyof typeof elementType],
  elements: readonly Element[],
): Buffer {
  const lengths = elements.map(lengthOf);
  const contentBytes = lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), 0);
  const buffer = Buffer.allocUnsafe(arrayHeaderBytes + contentBytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(lengths.includes(nullLength) ? 1 : 0, 4);
  buffer.writeInt32BE(type, 8);
  buffer.writeInt32BE(elements.length, 12);
  buffer.writeInt32BE(1, 16);
  let offset = arrayHeaderBytes;
  for (const [index, element] of elements.entries()) {
    const length = lengths[index] ?? nullLength;
    offset = buffer.writeInt32BE(length, offset);
    if (element === null) continue;
    if (typeof element === 'string') buffer.write(element, offset);
    else buffer.set(element, offset);
    offset += length;
  }
  return buffer;
}

function lengthOf(element: Element): number {
  if (element === null) return nullLength;
  return typeof element === 'string' ? Buffer.byteLength(element) : element.length;
}
