import { fromHex, toHex } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { appendLeaf, emptyFrontier, rootOf } from './frontier.ts';
import { emptyRoot, leafHash, leafHasher, nodeHash } from './hash.ts';
import { MerkleFault } from './merkle-fault.ts';
import { sha256 } from './testing/node-crypto.ts';
import { referenceEntries, referenceRoots } from './testing/reference-vectors.ts';

const entryBytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

test('MRK-1: the tree without entries has the published root', () => {
  expect(toHex(emptyRoot(sha256))).toBe(referenceRoots[0]);
  expect(toHex(rootOf(sha256, emptyFrontier))).toBe(referenceRoots[0]);
});

test('MRK-1: leaves and nodes are hashed as in the reference tree', () => {
  const [first = '', second = ''] = referenceEntries;
  const left = leafHash(sha256, entryBytes(first));
  const right = leafHash(sha256, entryBytes(second));
  expect(toHex(left)).toBe(referenceRoots[1]);
  expect(toHex(nodeHash(sha256, left, right))).toBe(referenceRoots[2]);
});

test.each(referenceRoots.map((root, size) => ({ size, root })))(
  'MRK-1: the reference tree of $size entries has the published root',
  ({ size, root }) => {
    const frontier = referenceEntries
      .slice(0, size)
      .map((entry) => leafHash(sha256, entryBytes(entry)))
      .reduce((grown, leaf) => appendLeaf(sha256, grown, leaf), emptyFrontier);
    expect(toHex(rootOf(sha256, frontier))).toBe(root);
  },
);

test('MRK-1: what is not 32 bytes is not hashed as a node', () => {
  const hash = emptyRoot(sha256);
  expect(() => nodeHash(sha256, hash.subarray(1), hash)).toThrow(MerkleFault);
  expect(() => nodeHash(sha256, hash, new Uint8Array(33))).toThrow('hash-malformed');
});

test('MRK-1: hashing many entries with one buffer gives each its own leaf hash', () => {
  const hashLeaf = leafHasher(sha256);
  for (const length of [0, 5000, 1, 4094, 4095, 4096, 4097, 65_535, 3, 0]) {
    const entry = new Uint8Array(length).fill(length);
    expect(hashLeaf(entry)).toEqual(leafHash(sha256, entry));
  }
});
