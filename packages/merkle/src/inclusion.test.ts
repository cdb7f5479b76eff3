import { concatBytes, equalBytes, fromHex, toHex } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafHash } from './hash.ts';
import { inclusionProof, verifyInclusion, type InclusionClaim } from './inclusion.ts';
import { NaiveTree } from './testing/naive-tree.ts';
import { sha256 } from './testing/node-crypto.ts';
import { quickHash } from './testing/quick-hash.ts';
import {
  referenceEntries,
  referenceInclusionProofs,
  referenceRoots,
} from './testing/reference-vectors.ts';
import { sampleEntry, sampleLog } from './testing/sample-log.ts';
import { withEachBitFlipped } from './testing/flipped.ts';

const largest = 300;
const naive = new NaiveTree(
  sha256,
  Array.from({ length: largest }, (_, n) => sampleEntry(n)),
);
const bytes = (hex = ''): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

const claimOf = (index: number, size: number): InclusionClaim => ({
  index,
  size,
  leafHash: naive.hash(index, index + 1),
  root: naive.hash(0, size),
});

test.each(referenceInclusionProofs)(
  'MRK-7: the published proof of entry $index in $size is made, and holds',
  async ({ index, size, proof }) => {
    const reference = new NaiveTree(sha256, referenceEntries.map(bytes));
    const leaf = leafHash(sha256, bytes(referenceEntries[index]));
    const claim = { index, size, leafHash: leaf, root: bytes(referenceRoots[size]) };
    expect(verifyInclusion(sha256, claim, proof.map(bytes))).toBe(true);
    expect(reference.path(index, 0, size).map(toHex)).toEqual(proof);
  },
);

test('MRK-7: the RFC 6962 path of each entry of each size in 0 to 300 holds', () => {
  const wrong: string[] = [];
  for (let size = 1; size <= largest; size += 1) {
    for (let index = 0; index < size; index += 1) {
      const path = naive.path(index, 0, size);
      const holds = verifyInclusion(sha256, claimOf(index, size), path);
      if (!holds) wrong.push(`entry ${index} of ${size}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('MRK-7: each proof in 0 to 300 that is read from tiles is the RFC 6962 path', async () => {
  const { reader, leaves } = sampleLog(quickHash, largest);
  const definition = new NaiveTree(
    quickHash,
    leaves.map((_, index) => sampleEntry(index)),
  );
  const wrong: string[] = [];
  for (let size = 1; size <= largest; size += 1) {
    for (let index = 0; index < size; index += 1) {
      const proof = await inclusionProof(quickHash, reader, { index, size });
      const isPath = areSame(proof, definition.path(index, 0, size));
      if (!isPath) wrong.push(`entry ${index} of ${size}`);
    }
  }
  expect(wrong).toEqual([]);
});

function areSame(some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean {
  return equalBytes(concatBytes(some), concatBytes(others));
}

test('MRK-7: proofs read from tiles hold with SHA-256', async () => {
  const { reader } = sampleLog(sha256, largest);
  for (const size of [1, 2, 255, 256, 257, 300]) {
    for (const index of [0, size >> 1, size - 1]) {
      const proof = await inclusionProof(sha256, reader, { index, size });
      expect(verifyInclusion(sha256, claimOf(index, size), proof)).toBe(true);
    }
  }
});

test('MRK-7: proofs of a log with three tile levels hold', async () => {
  const { reader, leaves, root } = sampleLog(sha256, 70_000);
  for (const index of [0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999]) {
    const proof = await inclusionProof(sha256, reader, { index, size: 70_000 });
    const [leaf = new Uint8Array(0)] = leaves.slice(index);
    const claim = { index, size: 70_000, leafHash: leaf, root };
    expect(verifyInclusion(sha256, claim, proof)).toBe(true);
  }
});

test('MRK-7: there is no proof of an entry that the tree does not hold', async () => {
  const { reader } = sampleLog(sha256, 5);
  const beyond = inclusionProof(sha256, reader, { index: 5, size: 5 });
  await expect(beyond).rejects.toThrow('range-impossible');
  const grown = inclusionProof(sha256, reader, { index: 0, size: 6 });
  await expect(grown).rejects.toThrow('tile-missing');
});

test.each([1, 2, 3, 6, 7, 8, 37])(
  'MRK-8: one changed bit in proof, root or leaf of a tree of %i is refused',
  (size) => {
    for (let index = 0; index < size; index += 1) {
      const claim = claimOf(index, size);
      const proof = naive.path(index, 0, size);
      for (const [step, hash] of proof.entries()) {
        for (const flipped of withEachBitFlipped(hash)) {
          expect(verifyInclusion(sha256, claim, proof.with(step, flipped))).toBe(false);
        }
      }
      for (const root of withEachBitFlipped(claim.root)) {
        expect(verifyInclusion(sha256, { ...claim, root }, proof)).toBe(false);
      }
      for (const leaf of withEachBitFlipped(claim.leafHash)) {
        expect(verifyInclusion(sha256, { ...claim, leafHash: leaf }, proof)).toBe(false);
      }
    }
  },
);

test('MRK-8: a proof is refused for another index or size, cut, lengthened or out of order', () => {
  for (let size = 1; size <= 40; size += 1) {
    for (let index = 0; index < size; index += 1) {
      const claim = claimOf(index, size);
      const proof = naive.path(index, 0, size);
      for (const other of [-1, index - 1, index + 1, index ^ 1, size, 2 ** 53, 0.5, Number.NaN]) {
        expect(verifyInclusion(sha256, { ...claim, index: other }, proof)).toBe(false);
      }
      for (const other of [0, index, 2 * size + 1, 2 ** 53, size + 0.5, Infinity]) {
        expect(verifyInclusion(sha256, { ...claim, size: other }, proof)).toBe(false);
      }
      const wrong = [
        proof.slice(1),
        proof.slice(0, -1),
        [...proof, claim.root],
        [claim.leafHash, ...proof],
        [...proof, new Uint8Array(0)],
      ].filter((changed) => changed.length !== proof.length);
      const reversed = proof.length > 1 ? [proof.toReversed()] : [];
      for (const changed of [...wrong, ...reversed]) {
        expect(verifyInclusion(sha256, claim, changed)).toBe(false);
      }
    }
  }
});

test('MRK-8: hashes that are not 32 bytes are refused and nothing throws', () => {
  const claim = claimOf(2, 5);
  const proof = naive.path(2, 0, 5);
  const someHashes = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.double(), fc.double(), someHashes, (index, size, hashes) => {
      expect(verifyInclusion(sha256, { ...claim, index, size }, hashes)).toBe(false);
    }),
  );
  const short = claim.root.subarray(1);
  expect(verifyInclusion(sha256, { ...claim, root: short }, proof)).toBe(false);
  expect(verifyInclusion(sha256, { ...claim, leafHash: short }, proof)).toBe(false);
  expect(verifyInclusion(sha256, claim, proof.with(0, short))).toBe(false);
});
