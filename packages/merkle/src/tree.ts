import { concatBytes } from '@kanribo/kernel';
import { emptyFrontier, rootOf, takePeak, type Frontier } from './frontier.ts';
import { nodeHasher, requireHash, type Sha256 } from './hash.ts';
import { MerkleFault } from './merkle-fault.ts';
import { hashCountAt, tileWidth, type FullTile } from './tile.ts';
import { half, isOdd, maximumSize } from './tree-size.ts';

/**
 * A tree that also knows its unfinished tiles, so that appending says which full tiles it
 * completes. A value: appending leaves it as it was, so several pending appends can start from it.
 */
export interface Tree {
  readonly frontier: Frontier;
  /** Level by level from 0, the hashes of the one unfinished tile: 0 to 255 of them. */
  readonly tails: readonly (readonly Uint8Array[])[];
}

/** What an append gives: the tree after it, its root, and the tiles it completed. */
export interface Appended {
  readonly tree: Tree;
  readonly root: Uint8Array;
  /** Lower levels before the higher ones they complete. */
  readonly tiles: readonly FullTile[];
}

/** The tree without leaves. */
export const emptyTree: Tree = { frontier: emptyFrontier, tails: [] };

/**
 * The tree with these leaf hashes at its right end. It computes one node hash a leaf in the mean
 * and none twice, whatever the size; the root costs at most another 52.
 * @throws {MerkleFault} `hash-malformed` unless each leaf hash is 32 bytes; `size-out-of-range`
 * when the tree would hold more than 2^53 − 1.
 */
export function appendLeaves(
  sha256: Sha256,
  tree: Tree,
  leafHashes: readonly Uint8Array[],
): Appended {
  const { frontier } = tree;
  if (leafHashes.length > maximumSize - frontier.size) {
    throw new MerkleFault('size-out-of-range', 'the tree is full');
  }
  const peaks = [...frontier.peaks];
  const tails = new GrowingTails(tree);
  const hashNodes = nodeHasher(sha256);
  let { size } = frontier;
  for (const leafHash of leafHashes) {
    requireHash(leafHash);
    tails.add(0, leafHash);
    let right = leafHash;
    let height = 0;
    for (let carry = size; isOdd(carry); carry = half(carry)) {
      right = hashNodes(takePeak(peaks), right);
      height += 1;
      if (height % heightOfTile === 0) tails.add(height / heightOfTile, right);
    }
    peaks.push(right);
    size += 1;
  }
  const grown = { size, peaks };
  return {
    tree: { frontier: grown, tails: tails.unfinished() },
    root: rootOf(sha256, grown),
    tiles: tails.finished,
  };
}

const heightOfTile = Math.log2(tileWidth);

interface OpenTile {
  readonly hashes: Uint8Array[];
  readonly index: number;
}

/** The unfinished tiles while leaves are being added; a level is copied when it is first touched. */
class GrowingTails {
  readonly finished: FullTile[] = [];
  readonly #before: Tree;
  readonly #open: (OpenTile | undefined)[] = [];

  constructor(before: Tree) {
    this.#before = before;
  }

  add(level: number, hash: Uint8Array): void {
    const { hashes, index } = this.#open[level] ?? this.#openTile(level);
    hashes.push(hash);
    if (hashes.length < tileWidth) return;
    this.finished.push({ level, index, hashes: concatBytes(hashes) });
    this.#open[level] = { hashes: [], index: index + 1 };
  }

  unfinished(): readonly (readonly Uint8Array[])[] {
    const tails = [...this.#before.tails];
    for (const [level, tile] of this.#open.entries()) {
      if (tile !== undefined) tails[level] = tile.hashes;
    }
    return tails;
  }

  #openTile(level: number): OpenTile {
    const index = Math.floor(hashCountAt(this.#before.frontier.size, level) / tileWidth);
    const tile = { hashes: [...(this.#before.tails[level] ?? [])], index };
    this.#open[level] = tile;
    return tile;
  }
}
