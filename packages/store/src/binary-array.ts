/** Types of array elements, by PostgreSQL's fixed object ids. */
export const elementType = { bytea: 17, smallint: 21, bigint: 20, text: 25 } as const;

const arrayHeaderBytes = 20;
const nullLength = -1;

/**
 * A one-dimensional array in PostgreSQL's binary format, as `array_recv` reads it. Spares the
 * driver the quoting of each element.
 */
export function binaryArray(
  type: (typeof elementType)[keyof typeof elementType],
  elements: readonly (Uint8Array | null)[],
): Buffer {
  const contentBytes = elements.reduce((sum, element) => sum + 4 + (element?.length ?? 0), 0);
  const buffer = Buffer.allocUnsafe(arrayHeaderBytes + contentBytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(elements.includes(null) ? 1 : 0, 4);
  buffer.writeInt32BE(type, 8);
  buffer.writeInt32BE(elements.length, 12);
  buffer.writeInt32BE(1, 16);
  let offset = arrayHeaderBytes;
  for (const element of elements) {
    buffer.writeInt32BE(element === null ? nullLength : element.length, offset);
    offset += 4;
    if (element === null) continue;
    buffer.set(element, offset);
    offset += element.length;
  }
  return buffer;
}
