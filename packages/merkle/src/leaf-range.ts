import { MerkleFault } from './merkle-fault.ts';
import { isSize } from './tree-size.ts';

/** Leaves `from` (inclusive) to `to` (exclusive) of a tree. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The ranges whose roots are the inclusion proof of a leaf, its sibling first, the root's child
 * last (RFC 6962 §2.1.1, PATH). A range that begins before the leaf is hashed in on the left.
 * @throws {MerkleFault} `range-impossible` unless `index < size`.
 */
export function inclusionRanges(place: {
  readonly index: number;
  readonly size: number;
}): readonly LeafRange[] {
  const { index, size } = place;
  if (!isSize(index) || !isSize(size) || index >= size) {
    throw new MerkleFault('range-impossible', `leaf ${index} of a tree of ${size}`);
  }
  return descend({ from: 0, to: size }, (middle) => index < middle).siblings;
}

/** What a consistency proof is made of (RFC 6962 §2.1.2, SUBPROOF). */
export interface ConsistencyRanges {
  /** The largest perfect subtree that ends both trees' common part; it stands first in the proof. */
  readonly common: LeafRange;
  /** Whether the common part is the whole older tree, whose root the verifier holds already. */
  readonly isCommonKnown: boolean;
  /** What is hashed in after it, the nearest first; left ones are in both trees. */
  readonly siblings: readonly LeafRange[];
}

/**
 * The ranges of the proof that a tree of `from` leaves is the beginning of one of `to` leaves.
 * @throws {MerkleFault} `range-impossible` unless `0 < from <= to`.
 */
export function consistencyRanges(sizes: LeafRange): ConsistencyRanges {
  const { from, to } = sizes;
  if (!isSize(from) || !isSize(to) || from === 0 || from > to) {
    throw new MerkleFault('range-impossible', `from ${from} leaves to ${to}`);
  }
  const { end, siblings } = descend({ from: 0, to }, (middle) => from <= middle, from);
  return { common: end, isCommonKnown: end.from === 0, siblings };
}

/**
 * Goes down from a range to one leaf, or until it ends at `stopAt`, keeping what it leaves aside.
 */
function descend(
  whole: LeafRange,
  goesLeft: (middle: number) => boolean,
  stopAt?: number,
): { readonly end: LeafRange; readonly siblings: readonly LeafRange[] } {
  const siblings: LeafRange[] = [];
  let { from, to } = whole;
  while (to - from > 1 && to !== stopAt) {
    const middle = from + largestPowerBelow(to - from);
    const isLeft = goesLeft(middle);
    siblings.push(isLeft ? { from: middle, to } : { from, to: middle });
    if (isLeft) to = middle;
    if (!isLeft) from = middle;
  }
  return { end: { from, to }, siblings: siblings.reverse() };
}

/** The perfect subtrees a range is made of, from left to right, for ranges that proofs name. */
export function* perfectRanges(range: LeafRange): Generator<LeafRange> {
  let { from } = range;
  while (from < range.to) {
    const width = largestPowerBelow(range.to - from + 1);
    yield { from, to: from + width };
    from += width;
  }
}

/** The largest power of two smaller than `count`, which is above 1. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
