import { StoreFault } from '../fault.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const fixedHeaderBytes = signature.length + 8;
const endOfData = -1;

/**
 * The values of a one-column `COPY … TO STDOUT (FORMAT binary)`, as views into its bytes.
 * @throws {StoreFault} `corrupt` when the bytes are not such a copy, or a value is null.
 */
export function copiedValues(copied: Buffer): readonly Uint8Array[] {
  if (!copied.subarray(0, signature.length).equals(signature)) throw malformed();
  const values: Uint8Array[] = [];
  let offset = fixedHeaderBytes + copied.readInt32BE(signature.length + 4);
  while (copied.readInt16BE(offset) !== endOfData) {
    const length = copied.readInt32BE(offset + 2);
    const start = offset + 6;
    offset = start + length;
    if (length < 0 || offset > copied.length) throw malformed();
    values.push(copied.subarray(start, offset));
  }
  return values;
}

function malformed(): StoreFault {
  return new StoreFault('corrupt', 'a binary copy from the database is malformed');
}
