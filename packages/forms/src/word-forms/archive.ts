import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Result, err, ok } from '@kanribo/kernel';
import { type Entry, entriesOf } from './archive-directory.ts';

/** What a ZIP archive holds, unpacked, by name; directories are left out. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/** Why an archive is not read. */
export type ArchiveProblem = 'too-large' | 'unreadable';

/** How much may be unpacked, in bytes. */
export interface ArchiveLimits {
  readonly whole: number;
  readonly part: (name: string) => number;
}

/**
 * Unpacks a ZIP archive that can be read in one way only (APPNOTE 4.3). What it says of its own
 * sizes is not believed: each part is unpacked as far as the limits allow and held against it.
 */
export async function readArchive(
  zip: Uint8Array,
  limits: ArchiveLimits,
): Promise<Result<Archive, ArchiveProblem>> {
  const entries = entriesOf(zip);
  if (entries === undefined) return err('unreadable');
  const parts = new Map<string, Uint8Array>();
  let left = limits.whole;
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    const part = await unpacked(zip, entry, Math.min(left, limits.part(entry.name)));
    if (!part.ok) return part;
    if (part.value.length !== entry.size || crc32(part.value) !== entry.crc) {
      return err('unreadable');
    }
    left -= part.value.length;
    parts.set(entry.name, part.value);
  }
  return ok(parts);
}

const inflate = promisify(inflateRaw);

async function unpacked(
  zip: Uint8Array,
  { isDeflated, data, packedSize }: Entry,
  limit: number,
): Promise<Result<Uint8Array, ArchiveProblem>> {
  const packed = zip.subarray(data, data + packedSize);
  if (!isDeflated) return packed.length > limit ? err('too-large') : ok(packed);
  try {
    const plain = await inflate(packed, { maxOutputLength: limit + 1 });
    return plain.length > limit ? err('too-large') : ok(plain);
  } catch (fault) {
    const isLarge = fault instanceof RangeError && 'code' in fault;
    return err(isLarge && fault.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable');
  }
}
