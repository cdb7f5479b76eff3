import { equalBytes } from '@kanribo/kernel';
import { emptyRoot, hashLength, nodeHasher, type Sha256 } from './hash.ts';
import type { HashReader } from './hash-reader.ts';
import { consistencyRanges, type LeafRange } from './leaf-range.ts';
import { rangeReader, rangeRoot } from './range-root.ts';
import { isSize } from './tree-size.ts';

/** A tree at one time. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** What a consistency proof is to show: the tree `to` begins with the whole tree `from`. */
export interface ConsistencyClaim {
  readonly from: TreeHead;
  readonly to: TreeHead;
}

/**
 * The proof that the tree of `to` leaves begins with the one of `from` (RFC 6962 §2.1.2); empty
 * where `from` is 0 or `to`.
 * @throws {MerkleFault} `range-impossible` unless `from <= to`; `tile-missing`, `tile-malformed`.
 */
export async function consistencyProof(
  sha256: Sha256,
  reader: HashReader,
  sizes: LeafRange,
): Promise<readonly Uint8Array[]> {
  if (sizes.from === 0 && isSize(sizes.to)) return [];
  const { common, isCommonKnown, siblings } = consistencyRanges(sizes);
  const readRange = rangeReader(reader, sizes.to);
  const proof: Uint8Array[] = [];
  for (const range of isCommonKnown ? siblings : [common, ...siblings]) {
    proof.push(await rangeRoot(sha256, readRange, range));
  }
  return proof;
}

/** Whether the proof shows the claim (RFC 9162 §2.1.4.2); false too for anything malformed. */
export function verifyConsistency(
  sha256: Sha256,
  { from, to }: ConsistencyClaim,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(from.size) || !isSize(to.size) || from.size > to.size) return false;
  if (![from.root, to.root, ...proof].every(({ length }) => length === hashLength)) return false;
  if (from.size === 0 && !equalBytes(from.root, emptyRoot(sha256))) return false;
  if (from.size === to.size) return proof.length === 0 && equalBytes(from.root, to.root);
  if (from.size === 0) return proof.length === 0;
  const ranges = consistencyRanges({ from: from.size, to: to.size });
  const [common, ...siblings] = ranges.isCommonKnown ? [from.root, ...proof] : proof;
  if (common === undefined || siblings.length !== ranges.siblings.length) return false;
  const hashNodes = nodeHasher(sha256);
  let older = common;
  let newer = common;
  for (const [step, sibling] of siblings.entries()) {
    const isInBoth = (ranges.siblings[step]?.from ?? 0) < from.size;
    older = isInBoth ? hashNodes(sibling, older) : older;
    newer = isInBoth ? hashNodes(sibling, newer) : hashNodes(newer, sibling);
  }
  return equalBytes(older, from.root) && equalBytes(newer, to.root);
}
