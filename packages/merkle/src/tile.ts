import { hashLength } from './hash.ts';
import { requireSize } from './tree-size.ts';

/** How many hashes a full tile holds (C2SP tlog-tiles). */
export const tileWidth = 256;
/** How many bytes a full tile holds. */
export const tileLength = tileWidth * hashLength;

/**
 * Which tile: at `level` 0 its hashes are leaf hashes; at level n + 1 each hash is the root over a
 * full tile of level n. `index` counts tiles of that level from the left, from 0.
 */
export interface TilePosition {
  readonly level: number;
  readonly index: number;
}

/** A tile of `width` hashes, 1 to 256. */
export interface TilePlace extends TilePosition {
  readonly width: number;
}

/** A full tile: 256 hashes of 32 bytes, written by the append that completes it. */
export interface FullTile extends TilePosition {
  readonly hashes: Uint8Array;
}

/** How many hashes a tree of `size` leaves has at a tile level, in all its tiles together. */
export function hashCountAt(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

/**
 * The tiles of a tree of `size` leaves, level by level and from left to right; the last of each
 * level may be partial. A size of 0 has none.
 * @throws {MerkleFault} `size-out-of-range`.
 */
export function* tilesOf(size: number): Generator<TilePlace> {
  requireSize(size);
  for (let level = 0; hashCountAt(size, level) > 0; level += 1) {
    const count = hashCountAt(size, level);
    for (let index = 0; index * tileWidth < count; index += 1) {
      yield { level, index, width: Math.min(tileWidth, count - index * tileWidth) };
    }
  }
}
