import { peaksOver } from './frontier.ts';
import type { Sha256 } from './hash.ts';
import { readTile, type ReadFullTile } from './hash-reader.ts';
import { MerkleFault } from './merkle-fault.ts';
import { hashCountAt, tileWidth } from './tile.ts';
import { emptyTree, type Tree } from './tree.ts';
import { requireSize } from './tree-size.ts';

/** What a store keeps of a tree: its full tiles, and the leaves after the last of them. */
export interface StoredTree {
  readonly size: number;
  readonly readFullTile: ReadFullTile;
  /** Leaf hashes of the last `size % 256` entries. */
  readonly tail: readonly Uint8Array[];
}

/**
 * The tree again, from what a store keeps of it. It reads at most 255 tiles a level, however large
 * the log; whether the root is the head's is for the caller to compare.
 * @throws {MerkleFault} `tile-missing`, `tile-malformed`; `range-impossible` when the tail is not
 * the last `size % 256` leaves; `hash-malformed`; `size-out-of-range`.
 */
export async function restoreTree(sha256: Sha256, stored: StoredTree): Promise<Tree> {
  const { size, tail } = stored;
  requireSize(size);
  if (tail.length !== size % tileWidth) {
    throw new MerkleFault('range-impossible', `a tail of ${tail.length} leaves at size ${size}`);
  }
  if (size === 0) return emptyTree;
  const tails: (readonly Uint8Array[])[] = [[...tail]];
  for (let level = 1; hashCountAt(size, level) > 0; level += 1) {
    tails.push(await tileRoots(sha256, stored, level));
  }
  const peaks = tails.toReversed().flatMap((hashes) => peaksOver(sha256, hashes));
  return { frontier: { size, peaks }, tails };
}

async function tileRoots(
  sha256: Sha256,
  stored: StoredTree,
  level: number,
): Promise<readonly Uint8Array[]> {
  const count = hashCountAt(stored.size, level);
  const roots: Uint8Array[] = [];
  for (let index = count - (count % tileWidth); index < count; index += 1) {
    const place = { level: level - 1, index, width: tileWidth };
    roots.push(...peaksOver(sha256, await readTile({ tile: stored.readFullTile }, place)));
  }
  return roots;
}
