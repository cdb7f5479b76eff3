import { concatBytes } from '@kanribo/kernel';
import { hashLength } from './hash.ts';
import { MerkleFault } from './merkle-fault.ts';
import { hashCountAt, tileWidth, type TilePlace, type TilePosition } from './tile.ts';
import type { Tree } from './tree.ts';

/** Where proofs read their hashes: the tiles of one log, from a store, a bundle or memory. */
export interface HashReader {
  /** The first `width` hashes of a tile, in a row; undefined when they are not there. */
  tile(place: TilePlace): Promise<Uint8Array | undefined>;
}

/** The stored full tiles of a log: 8,192 bytes each, undefined when it is not there. */
export type ReadFullTile = (position: TilePosition) => Promise<Uint8Array | undefined>;

/** Reads stored full tiles, and the unfinished ones from a tree that is held in memory. */
export function treeReader(tree: Tree, readFullTile: ReadFullTile): HashReader {
  return {
    async tile(place) {
      const { level, index, width } = place;
      const fullTiles = Math.floor(hashCountAt(tree.frontier.size, level) / tileWidth);
      if (index < fullTiles) {
        const hashes = await readFullTile({ level, index });
        return hashes?.subarray(0, width * hashLength);
      }
      const tail = tree.tails[level] ?? [];
      if (index > fullTiles || width > tail.length) return undefined;
      return concatBytes(tail.slice(0, width));
    },
  };
}

/**
 * The hashes of a tile one by one.
 * @throws {MerkleFault} `tile-missing`, or `tile-malformed` for another number of bytes than asked.
 */
export async function readTile(
  reader: HashReader,
  place: TilePlace,
): Promise<readonly Uint8Array[]> {
  const name = `tile ${place.level}/${place.index} of width ${place.width}`;
  const bytes = await reader.tile(place);
  if (bytes === undefined) throw new MerkleFault('tile-missing', `${name} is not there`);
  if (bytes.length !== place.width * hashLength) {
    throw new MerkleFault('tile-malformed', `${name} has ${bytes.length} bytes`);
  }
  return Array.from({ length: place.width }, (_, index) =>
    bytes.subarray(index * hashLength, (index + 1) * hashLength),
  );
}
