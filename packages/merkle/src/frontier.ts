import { emptyRoot, nodeHasher, requireHash, type NodeHasher, type Sha256 } from './hash.ts';
import { MerkleFault } from './merkle-fault.ts';
import { half, isOdd, maximumSize } from './tree-size.ts';

/**
 * All that is needed to go on with a tree: its number of leaves, and the roots of its perfect
 * subtrees, one for each set bit of `size`, the largest (leftmost) first. Each is a value.
 */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

/** The tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/**
 * The tree with one more leaf hash at its right end; one hash a leaf in the mean.
 * @throws {MerkleFault} `hash-malformed` unless the leaf hash is 32 bytes; `size-out-of-range`
 * when the tree is full.
 */
export function appendLeaf(sha256: Sha256, frontier: Frontier, leaf: Uint8Array): Frontier {
  if (frontier.size >= maximumSize) throw new MerkleFault('size-out-of-range', 'the tree is full');
  requireHash(leaf);
  const peaks = [...frontier.peaks];
  addLeaf(nodeHasher(sha256), { size: frontier.size, peaks }, leaf);
  return { size: frontier.size + 1, peaks };
}

/** The root hash over all leaves (RFC 6962 §2.1); of the empty tree, `SHA-256("")`. */
export function rootOf(sha256: Sha256, frontier: Frontier): Uint8Array {
  const last = frontier.peaks.at(-1);
  if (last === undefined) return emptyRoot(sha256);
  const hashNodes = nodeHasher(sha256);
  return frontier.peaks.slice(0, -1).reduceRight((right, left) => hashNodes(left, right), last);
}

/**
 * The roots of the perfect subtrees over a row of hashes, the largest first; for 256 of them that
 * is the one root over a full tile.
 * @throws {MerkleFault} `hash-malformed` unless each is 32 bytes.
 */
export function peaksOver(sha256: Sha256, hashes: readonly Uint8Array[]): readonly Uint8Array[] {
  const hashNodes = nodeHasher(sha256);
  const peaks: Uint8Array[] = [];
  for (const [size, hash] of hashes.entries()) {
    requireHash(hash);
    addLeaf(hashNodes, { size, peaks }, hash);
  }
  return peaks;
}

function addLeaf(
  hashNodes: NodeHasher,
  grown: { readonly size: number; readonly peaks: Uint8Array[] },
  leaf: Uint8Array,
): void {
  let right = leaf;
  for (let carry = grown.size; isOdd(carry); carry = half(carry)) {
    right = hashNodes(takePeak(grown.peaks), right);
  }
  grown.peaks.push(right);
}

/**
 * Takes the smallest perfect subtree off a list of peaks.
 * @throws {MerkleFault} `hash-malformed` when there is none: the frontier's size and peaks disagree.
 */
export function takePeak(peaks: Uint8Array[]): Uint8Array {
  const peak = peaks.pop();
  if (peak === undefined) throw new MerkleFault('hash-malformed', 'a frontier without its peaks');
  return peak;
}
