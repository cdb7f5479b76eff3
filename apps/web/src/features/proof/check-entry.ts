import { fromHex, toHex, utf8 } from '@kanribo/kernel';
import { type Sha256, leafHash, verifyInclusion } from '@kanribo/merkle';
import type { AnswerOf } from '../../api/call.ts';

/** What the page found when it checked an entry by itself. */
export type EntryCheck = 'included' | 'not-hashed' | 'not-included';

/** Checks what the server says of an entry: its bytes, its hash, and its place below the root. */
export function checkEntry(sha256: Sha256, told: AnswerOf<'entryProof'>): EntryCheck {
  const { sequence, entry, treeSize } = told;
  const hash = leafHash(sha256, utf8(entry));
  if (toHex(hash) !== told.leafHash) return 'not-hashed';
  const root = fromHex(told.root);
  const proof = told.proof.map((hex) => fromHex(hex) ?? new Uint8Array());
  if (root === undefined) return 'not-included';
  const claim = { index: sequence, size: treeSize, leafHash: hash, root };
  return verifyInclusion(sha256, claim, proof) ? 'included' : 'not-included';
}
