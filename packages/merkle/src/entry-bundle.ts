import { concatBytes, err, ok, type Result } from '@kanribo/kernel';
import { MerkleFault } from './merkle-fault.ts';
import { tileWidth } from './tile.ts';

/** The longest entry a bundle holds, in bytes: its length is written in 16 bits. */
export const longestEntry = 0xffff;

/** Why bytes are not the entry bundle that was expected. */
export type EntryBundleProblem = 'entry-bundle-truncated' | 'entry-bundle-width-differs';

const lengthBytes = 2;

/**
 * Entries in a row, each after its length as 16 bits, big-endian (C2SP tlog-tiles, log entries).
 * @throws {MerkleFault} `bundle-width` unless there are 1 to 256; `entry-too-long` for one of more
 * than 65,535 bytes.
 */
export function formatEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0 || entries.length > tileWidth) {
    throw new MerkleFault('bundle-width', `a bundle of ${entries.length} entries`);
  }
  return concatBytes(entries.flatMap((entry) => [lengthOf(entry), entry]));
}

/** Reads {@link formatEntryBundle} strictly: exactly `width` entries, and nothing after them. */
export function parseEntryBundle(
  bytes: Uint8Array,
  width: number,
): Result<readonly Uint8Array[], EntryBundleProblem> {
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const [high, low] = bytes.subarray(offset, offset + lengthBytes);
    if (high === undefined || low === undefined) return err('entry-bundle-truncated');
    const start = offset + lengthBytes;
    offset = start + high * 256 + low;
    if (offset > bytes.length) return err('entry-bundle-truncated');
    if (entries.length === width) return err('entry-bundle-width-differs');
    entries.push(bytes.subarray(start, offset));
  }
  return entries.length === width ? ok(entries) : err('entry-bundle-width-differs');
}

function lengthOf(entry: Uint8Array): Uint8Array {
  if (entry.length > longestEntry) {
    throw new MerkleFault('entry-too-long', `an entry of ${entry.length} bytes`);
  }
  return Uint8Array.of(Math.floor(entry.length / 256), entry.length % 256);
}
