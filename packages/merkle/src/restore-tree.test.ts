import { expect, test } from 'vitest';
import { restoreTree } from './restore-tree.ts';
import { sha256 } from './testing/node-crypto.ts';
import { sampleLog } from './testing/sample-log.ts';

const sizes = [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 70_000];

test.each(sizes)(
  'MRK-5: a tree of %i comes back from its full tiles and last leaves',
  async (size) => {
    const { leaves, tree, readFullTile } = sampleLog(sha256, size);
    const tail = leaves.slice(size - (size % 256));
    expect(await restoreTree(sha256, { size, readFullTile, tail })).toEqual(tree);
  },
);

test('MRK-5: a full tile that is missing or cut is a fault that names it', async () => {
  const { leaves } = sampleLog(sha256, 600);
  const stored = { size: 600, tail: leaves.slice(512) };
  const missing = restoreTree(sha256, { ...stored, readFullTile: async () => undefined });
  await expect(missing).rejects.toThrow('tile-missing: tile 0/0');
  const cut = restoreTree(sha256, { ...stored, readFullTile: async () => new Uint8Array(8191) });
  await expect(cut).rejects.toThrow('tile-malformed');
});

test('MRK-5: a tail that is not the last leaves of that size is a fault', async () => {
  const { leaves, readFullTile } = sampleLog(sha256, 600);
  const short = restoreTree(sha256, { size: 600, readFullTile, tail: leaves.slice(513) });
  await expect(short).rejects.toThrow('range-impossible');
  const tail = Array.from({ length: 88 }, () => new Uint8Array(31));
  const torn = restoreTree(sha256, { size: 600, readFullTile, tail });
  await expect(torn).rejects.toThrow('hash-malformed');
  const negative = restoreTree(sha256, { size: -1, readFullTile, tail });
  await expect(negative).rejects.toThrow('size-out-of-range');
});
