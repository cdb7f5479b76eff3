import { concatBytes } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rootOf } from './frontier.ts';
import type { Sha256 } from './hash.ts';
import { NaiveTree } from './testing/naive-tree.ts';
import { sha256 } from './testing/node-crypto.ts';
import { sampleEntry, sampleLog } from './testing/sample-log.ts';
import { tilesOf, type FullTile } from './tile.ts';
import { appendLeaves, emptyTree, type Tree } from './tree.ts';

const { leaves, tree: whole } = sampleLog(sha256, 70_000);

function appendInGroups(groupSizes: Iterable<number>): {
  readonly tree: Tree;
  readonly tiles: readonly FullTile[];
} {
  let tree = emptyTree;
  const tiles: FullTile[] = [];
  for (const count of groupSizes) {
    const { size } = tree.frontier;
    const appended = appendLeaves(sha256, tree, leaves.slice(size, size + count));
    tree = appended.tree;
    tiles.push(...appended.tiles);
  }
  return { tree, tiles };
}

test('MRK-3: leaf by leaf, the root is that of the recursive definition at each size to 300', () => {
  const naive = new NaiveTree(
    sha256,
    Array.from({ length: 300 }, (_, n) => sampleEntry(n)),
  );
  let tree = emptyTree;
  for (const [index, leaf] of naive.leaves.entries()) {
    const appended = appendLeaves(sha256, tree, [leaf]);
    expect(appended.root).toEqual(naive.hash(0, index + 1));
    expect(appended.root).toEqual(rootOf(sha256, appended.tree.frontier));
    tree = appended.tree;
  }
});

test('MRK-3: the append that completes a tile gives it, and the tiles above that it completes', () => {
  const before = appendLeaves(sha256, emptyTree, leaves.slice(0, 65_535)).tree;
  const [last = new Uint8Array(0)] = leaves.slice(65_535);
  const { tree, root, tiles } = appendLeaves(sha256, before, [last]);
  expect(tiles.map(({ level, index }) => [level, index])).toEqual([
    [0, 255],
    [1, 0],
  ]);
  expect(tiles[0]?.hashes).toEqual(concatBytes(leaves.slice(65_280, 65_536)));
  expect(tree.tails).toEqual([[], [], [root]]);
});

test('MRK-3: a log of 70,000 has the tiles that C2SP tlog-tiles counts', () => {
  const { tiles } = appendInGroups([70_000]);
  expect(tiles.filter(({ level }) => level === 0)).toHaveLength(273);
  expect(tiles.filter(({ level }) => level === 1)).toHaveLength(1);
  expect(whole.tails.map((tail) => tail.length)).toEqual([112, 17, 1]);
  const places = [...tilesOf(70_000)];
  expect(places).toHaveLength(273 + 1 + 1 + 1 + 1);
  expect(places.filter(({ width }) => width < 256)).toEqual([
    { level: 0, index: 273, width: 112 },
    { level: 1, index: 1, width: 17 },
    { level: 2, index: 0, width: 1 },
  ]);
  expect([...tilesOf(256)]).toEqual([
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ]);
  expect([...tilesOf(0)]).toEqual([]);
});

test('MRK-3: however an append is cut up, the tree and its tiles are the same', () => {
  const atOnce = appendInGroups([70_000]);
  expect(atOnce.tree).toEqual(whole);
  const groupSize = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(255, 256, 257));
  fc.assert(
    fc.property(fc.array(groupSize, { maxLength: 12 }), (groupSizes) => {
      const parts = appendInGroups(groupSizes);
      const { size } = parts.tree.frontier;
      expect(parts).toEqual(appendInGroups([size]));
      expect(parts.tiles.filter(({ level }) => level === 0)).toHaveLength(Math.floor(size / 256));
    }),
    { numRuns: 60 },
  );
});

test('MRK-3: an append leaves the tree before as it was, so that another can start from it', () => {
  const { tree } = appendInGroups([255]);
  const copy = structuredClone(tree);
  const one = appendLeaves(sha256, tree, leaves.slice(255, 600));
  const other = appendLeaves(sha256, tree, leaves.slice(400, 401));
  expect(tree).toEqual(copy);
  expect(other.tiles[0]?.hashes).toEqual(
    concatBytes([...leaves.slice(0, 255), ...leaves.slice(400, 401)]),
  );
  expect(one.tiles[0]?.hashes).toEqual(concatBytes(leaves.slice(0, 256)));
});

test('MRK-3: a leaf hash that is not 32 bytes, or more than can be counted, is a fault', () => {
  expect(() => appendLeaves(sha256, emptyTree, [new Uint8Array(33)])).toThrow('hash-malformed');
  const full = { frontier: { size: Number.MAX_SAFE_INTEGER, peaks: [] }, tails: [] };
  expect(() => appendLeaves(sha256, full, leaves.slice(0, 1))).toThrow('size-out-of-range');
});

test('MRK-4: an append hashes less than one node a leaf, the same at a thousand and a million', () => {
  let calls = 0;
  const counting: Sha256 = (bytes) => {
    calls += 1;
    return bytes.slice(0, 32);
  };
  const leaf = new Uint8Array(32);
  const batch = Array.from({ length: 1000 }, () => leaf);
  let tree = emptyTree;
  const callsOfBatch: number[] = [];
  for (let batches = 0; batches < 1001; batches += 1) {
    calls = 0;
    tree = appendLeaves(counting, tree, batch).tree;
    callsOfBatch.push(calls);
  }
  expect(tree.frontier.size).toBe(1_001_000);
  const mostForTheRoot = 20;
  expect(Math.max(...callsOfBatch)).toBeLessThan(1000 + mostForTheRoot);
  calls = 0;
  appendLeaves(counting, tree, [leaf]);
  expect(calls).toBeLessThanOrEqual(mostForTheRoot);
});
