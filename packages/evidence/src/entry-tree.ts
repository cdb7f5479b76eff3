import { concatBytes } from '@kanribo/kernel';
import {
  type Sha256,
  type TilePlace,
  type Tree,
  appendLeaves,
  emptyTree,
  hashCountAt,
  leafHasher,
  rootOf,
  tileWidth,
} from '@kanribo/merkle';

/** A tile as the entries give it. */
export interface ComputedTile extends TilePlace {
  readonly hashes: Uint8Array;
}

/** The tree over entries as they are read, one after another. */
export class EntryTree {
  readonly #sha256: Sha256;
  readonly #hashLeaf: (entry: Uint8Array) => Uint8Array;
  readonly #sizes: readonly number[];
  readonly #roots = new Map<number, Uint8Array>();
  #tree: Tree = emptyTree;
  #leaves: Uint8Array[] = [];
  #tiles: ComputedTile[] = [];
  #nextSize = 0;

  /** The root is kept at each of these sizes that the tree comes to. */
  constructor(sha256: Sha256, sizes: Iterable<number>) {
    this.#sha256 = sha256;
    this.#hashLeaf = leafHasher(sha256);
    this.#sizes = [...new Set(sizes)].sort((left, right) => left - right);
    this.#keepRoot();
  }

  get size(): number {
    return this.#tree.frontier.size + this.#leaves.length;
  }

  add(entry: Uint8Array): void {
    this.#leaves.push(this.#hashLeaf(entry));
    if (this.#leaves.length === leavesAtOnce || this.size === this.#sizes[this.#nextSize]) {
      this.root();
    }
  }

  /** The root over the entries so far. */
  root(): Uint8Array {
    if (this.#leaves.length > 0) {
      const { tree, tiles } = appendLeaves(this.#sha256, this.#tree, this.#leaves);
      this.#tree = tree;
      this.#leaves = [];
      for (const tile of tiles) this.#tiles.push({ ...tile, width: tileWidth });
    }
    return this.#keepRoot();
  }

  /** The root at one of the sizes asked for; undefined when the tree did not come to it. */
  rootAt(size: number): Uint8Array | undefined {
    return this.#roots.get(size);
  }

  /** The full tiles since this was last called. */
  takeFullTiles(): readonly ComputedTile[] {
    const tiles = this.#tiles;
    this.#tiles = [];
    return tiles;
  }

  /** The tiles that are not full. */
  partialTiles(): readonly ComputedTile[] {
    this.root();
    return this.#tree.tails.flatMap((hashes, level) => {
      const index = Math.floor(hashCountAt(this.size, level) / tileWidth);
      const width = hashes.length;
      return width === 0 ? [] : [{ level, index, width, hashes: concatBytes(hashes) }];
    });
  }

  #keepRoot(): Uint8Array {
    const root = rootOf(this.#sha256, this.#tree.frontier);
    if (this.size === this.#sizes[this.#nextSize]) {
      this.#roots.set(this.size, root);
      this.#nextSize += 1;
    }
    return root;
  }
}

// Enough that the root a group costs does not count.
const leavesAtOnce = 1_024;
