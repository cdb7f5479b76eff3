import { expect, test } from 'vitest';
import { appendLeaf, emptyFrontier, peaksOver, rootOf } from './frontier.ts';
import { NaiveTree } from './testing/naive-tree.ts';
import { sha256 } from './testing/node-crypto.ts';
import { sampleEntry } from './testing/sample-log.ts';

const largest = 300;
const naive = new NaiveTree(
  sha256,
  Array.from({ length: largest }, (_, n) => sampleEntry(n)),
);

test('MRK-2: a frontier has the root of the recursive definition at each size from 0 to 300', () => {
  let frontier = emptyFrontier;
  for (const [size, leaf] of naive.leaves.entries()) {
    expect(rootOf(sha256, frontier)).toEqual(naive.hash(0, size));
    frontier = appendLeaf(sha256, frontier, leaf);
    expect(frontier.size).toBe(size + 1);
  }
  expect(rootOf(sha256, frontier)).toEqual(naive.hash(0, largest));
});

test('MRK-2: a frontier keeps one peak for each set bit of its size', () => {
  const frontier = naive.leaves.reduce(
    (grown, leaf) => appendLeaf(sha256, grown, leaf),
    emptyFrontier,
  );
  const perfect = [naive.hash(0, 256), naive.hash(256, 288), naive.hash(288, 296)];
  expect(frontier.peaks).toEqual([...perfect, naive.hash(296, 300)]);
  expect(peaksOver(sha256, naive.leaves)).toEqual(frontier.peaks);
});

test('MRK-2: appending leaves the frontier before as it was', () => {
  const [first = new Uint8Array(0), second = first, third = first] = naive.leaves;
  const before = appendLeaf(sha256, appendLeaf(sha256, emptyFrontier, first), second);
  const copy = structuredClone(before);
  const one = appendLeaf(sha256, before, third);
  const other = appendLeaf(sha256, before, first);
  expect(before).toEqual(copy);
  expect(rootOf(sha256, one)).not.toEqual(rootOf(sha256, other));
  expect(rootOf(sha256, one)).toEqual(naive.hash(0, 3));
});

test('MRK-2: a leaf hash that is not 32 bytes, or one too many, is a fault', () => {
  expect(() => appendLeaf(sha256, emptyFrontier, new Uint8Array(31))).toThrow('hash-malformed');
  const full = { size: Number.MAX_SAFE_INTEGER, peaks: [] };
  expect(() => appendLeaf(sha256, full, new Uint8Array(32))).toThrow('size-out-of-range');
  const broken = { size: 3, peaks: [] };
  expect(() => appendLeaf(sha256, broken, new Uint8Array(32))).toThrow('hash-malformed');
});
