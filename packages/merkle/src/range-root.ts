import { emptyRoot, nodeHasher, type Sha256 } from './hash.ts';
import { peaksOver } from './frontier.ts';
import { readTile, type HashReader } from './hash-reader.ts';
import { perfectRanges, type LeafRange } from './leaf-range.ts';
import { MerkleFault } from './merkle-fault.ts';
import { hashCountAt, tileWidth } from './tile.ts';
import { requireSize } from './tree-size.ts';

/**
 * The root the log had at an earlier size, or has at its own; read from at most one tile a level.
 * @throws {MerkleFault} `size-out-of-range`; `tile-missing`, `tile-malformed` when the reader does
 * not have the tiles of a log of that size.
 */
export async function rootAt(
  sha256: Sha256,
  reader: HashReader,
  size: number,
): Promise<Uint8Array> {
  requireSize(size);
  if (size === 0) return emptyRoot(sha256);
  return rangeRoot(sha256, rangeReader(reader, size), { from: 0, to: size });
}

/** Reads the hashes of perfect ranges of one tree; each tile is asked for once. */
export type RangeReader = (range: LeafRange) => Promise<readonly Uint8Array[]>;

/** Reads from the tiles that a tree of `size` leaves has. */
export function rangeReader(reader: HashReader, size: number): RangeReader {
  const tiles = new Map<string, Promise<readonly Uint8Array[]>>();
  return async (range) => {
    const level = Math.floor(Math.log2(range.to - range.from) / Math.log2(tileWidth));
    const leavesPerHash = tileWidth ** level;
    const first = range.from / leavesPerHash;
    const index = Math.floor(first / tileWidth);
    const width = Math.min(tileWidth, hashCountAt(size, level) - index * tileWidth);
    const name = `${level}/${index}`;
    const tile = tiles.get(name) ?? readTile(reader, { level, index, width });
    tiles.set(name, tile);
    const start = first % tileWidth;
    return (await tile).slice(start, start + (range.to - range.from) / leavesPerHash);
  };
}

/** The root over a range that a proof names (RFC 6962 §2.1, MTH). */
export async function rangeRoot(
  sha256: Sha256,
  readRange: RangeReader,
  range: LeafRange,
): Promise<Uint8Array> {
  const roots: Uint8Array[] = [];
  for (const perfect of perfectRanges(range)) {
    roots.push(...peaksOver(sha256, await readRange(perfect)));
  }
  const last = roots.pop();
  if (last === undefined) throw new MerkleFault('range-impossible', 'a range without leaves');
  const hashNodes = nodeHasher(sha256);
  return roots.reduceRight((right, left) => hashNodes(left, right), last);
}
