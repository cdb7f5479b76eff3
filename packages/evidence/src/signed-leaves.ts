import { equalBytes } from '@kanribo/kernel';
import {
  type Sha256,
  appendLeaves,
  emptyTree,
  hashLength,
  rootOf,
  tileWidth,
  tilesOf,
} from '@kanribo/merkle';
import type { BundledTiles } from './bundled-tiles.ts';
import type { LogHead } from './log-head.ts';

/** The leaf hashes of a log as its tiles have them. */
export class SignedLeaves {
  readonly size: number;
  readonly #tiles: BundledTiles;
  readonly #cache = new Map<number, Uint8Array>();

  private constructor(tiles: BundledTiles, size: number) {
    this.#tiles = tiles;
    this.size = size;
  }

  /** The leaf hashes, if all of them are there and have the root of the head. */
  static async find(
    sha256: Sha256,
    tiles: BundledTiles,
    head: LogHead,
  ): Promise<SignedLeaves | undefined> {
    let tree = emptyTree;
    for (const place of tilesOf(head.size)) {
      if (place.level > 0) break;
      const bytes = await tiles.read(place);
      if (bytes === undefined) return undefined;
      tree = appendLeaves(sha256, tree, hashesIn(bytes)).tree;
    }
    const isSigned = equalBytes(rootOf(sha256, tree.frontier), head.root);
    return isSigned ? new SignedLeaves(tiles, head.size) : undefined;
  }

  /** Whether the entry at an index is the one with this leaf hash. */
  async isAt(index: number, leafHash: Uint8Array): Promise<boolean> {
    if (index >= this.size) return false;
    const bytes = await this.#tile(Math.floor(index / tileWidth));
    const start = (index % tileWidth) * hashLength;
    return equalBytes(bytes.subarray(start, start + hashLength), leafHash);
  }

  async #tile(index: number): Promise<Uint8Array> {
    const known = this.#cache.get(index);
    if (known !== undefined) return known;
    if (this.#cache.size === tilesInMemory) this.#cache.clear();
    const width = Math.min(tileWidth, this.size - index * tileWidth);
    const bytes = (await this.#tiles.read({ level: 0, index, width })) ?? new Uint8Array(0);
    this.#cache.set(index, bytes);
    return bytes;
  }
}

const tilesInMemory = 64;

function hashesIn(tile: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: tile.length / hashLength }, (_, index) =>
    tile.subarray(index * hashLength, (index + 1) * hashLength),
  );
}
