import { inflateRawSync } from 'node:zlib';

const centralHeader = 0x02_01_4b_50;
const deflated = 8;

/**
 * Whether everything in a ZIP archive, unpacked, is at most so many bytes. What the archive says of
 * its own sizes is not believed: each part is unpacked as far as the limit allows (APPNOTE 4.3.12).
 * An archive that cannot be followed does not fit.
 */
export function fitsInto(zip: Uint8Array, limitBytes: number): boolean {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let left = limitBytes;
  for (let at = 0; at + 46 <= zip.length; at += 1) {
    if (view.getUint32(at, true) !== centralHeader) continue;
    left -= unpackedSize(zip, view, { at, limitBytes: left });
    if (left < 0) return false;
  }
  return true;
}

interface Part {
  /** Where its header in the archive's directory begins. */
  readonly at: number;
  readonly limitBytes: number;
}

function unpackedSize(zip: Uint8Array, view: DataView, { at, limitBytes }: Part): number {
  const packedSize = view.getUint32(at + 20, true);
  if (view.getUint16(at + 10, true) !== deflated) return packedSize;
  const local = view.getUint32(at + 42, true);
  if (local + 30 > zip.length) return Infinity;
  const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  try {
    const packed = zip.subarray(data, data + packedSize);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limitBytes) }).length;
  } catch {
    return Infinity;
  }
}
