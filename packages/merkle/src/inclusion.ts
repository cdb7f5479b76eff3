import { equalBytes } from '@kanribo/kernel';
import { hashLength, nodeHasher, type Sha256 } from './hash.ts';
import type { HashReader } from './hash-reader.ts';
import { inclusionRanges } from './leaf-range.ts';
import { rangeReader, rangeRoot } from './range-root.ts';
import { isSize } from './tree-size.ts';

/** What an inclusion proof is to show: this leaf stands at `index` of the tree with this root. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
}

/**
 * The proof that a leaf stands in the tree of `size` leaves: its sibling first (RFC 6962 §2.1.1).
 * @throws {MerkleFault} `range-impossible` unless `index < size`; `tile-missing`, `tile-malformed`.
 */
export async function inclusionProof(
  sha256: Sha256,
  reader: HashReader,
  place: { readonly index: number; readonly size: number },
): Promise<readonly Uint8Array[]> {
  const readRange = rangeReader(reader, place.size);
  const proof: Uint8Array[] = [];
  for (const range of inclusionRanges(place)) {
    proof.push(await rangeRoot(sha256, readRange, range));
  }
  return proof;
}

/** Whether the proof shows the claim (RFC 9162 §2.1.3.2); false too for anything malformed. */
export function verifyInclusion(
  sha256: Sha256,
  claim: InclusionClaim,
  proof: readonly Uint8Array[],
): boolean {
  const { index, size, leafHash, root } = claim;
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (![leafHash, root, ...proof].every(({ length }) => length === hashLength)) return false;
  const ranges = inclusionRanges({ index, size });
  if (proof.length !== ranges.length) return false;
  const hashNodes = nodeHasher(sha256);
  let computed = leafHash;
  for (const [step, sibling] of proof.entries()) {
    const isLeft = (ranges[step]?.from ?? 0) < index;
    computed = isLeft ? hashNodes(sibling, computed) : hashNodes(computed, sibling);
  }
  return equalBytes(computed, root);
}
