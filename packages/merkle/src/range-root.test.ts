import { expect, test } from 'vitest';
import { treeReader, type HashReader } from './hash-reader.ts';
import { rootAt } from './range-root.ts';
import { NaiveTree } from './testing/naive-tree.ts';
import { sha256 } from './testing/node-crypto.ts';
import { sampleEntry, sampleLog } from './testing/sample-log.ts';
import { appendLeaves, emptyTree } from './tree.ts';

const large = sampleLog(sha256, 70_000);

test('MRK-6: the root at each earlier size is that of the recursive definition', async () => {
  const naive = new NaiveTree(
    sha256,
    Array.from({ length: 700 }, (_, n) => sampleEntry(n)),
  );
  const { reader } = sampleLog(sha256, 700);
  for (let size = 0; size <= 700; size += 1) {
    expect(await rootAt(sha256, reader, size)).toEqual(naive.hash(0, size));
  }
});

test.each([65_535, 65_536, 65_537, 65_791, 66_000, 69_999, 70_000])(
  'MRK-6: the root at size %i of a log with a third tile level is what it was then',
  async (size) => {
    const { root } = appendLeaves(sha256, emptyTree, large.leaves.slice(0, size));
    expect(await rootAt(sha256, large.reader, size)).toEqual(root);
  },
);

test('MRK-6: at most one tile a level is read, as wide as the tree of that size has it', async () => {
  const asked: string[] = [];
  const watched: HashReader = {
    tile: (place) => {
      asked.push(`${place.level}/${place.index}.p/${place.width}`);
      return large.reader.tile(place);
    },
  };
  await rootAt(sha256, watched, 66_000);
  expect(asked.toSorted()).toEqual(['0/257.p/208', '1/1.p/1', '2/0.p/1']);
});

test('MRK-6: a size that the log does not have is a fault, not a wrong root', async () => {
  const { reader, tree } = sampleLog(sha256, 300);
  await expect(rootAt(sha256, reader, 301)).rejects.toThrow('tile-missing');
  await expect(rootAt(sha256, reader, 100_000)).rejects.toThrow('tile-missing');
  await expect(rootAt(sha256, reader, 1.5)).rejects.toThrow('size-out-of-range');
  const torn = treeReader(tree, async () => new Uint8Array(31));
  await expect(rootAt(sha256, torn, 200)).rejects.toThrow('tile-malformed');
});
