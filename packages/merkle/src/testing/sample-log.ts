import { utf8 } from '@kanribo/kernel';
import { leafHash, type Sha256 } from '../hash.ts';
import { treeReader, type HashReader, type ReadFullTile } from '../hash-reader.ts';
import { appendLeaves, emptyTree, type Tree } from '../tree.ts';

/** A log in memory, whose entry n is the text `entry n`. */
export interface SampleLog {
  readonly leaves: readonly Uint8Array[];
  readonly tree: Tree;
  readonly root: Uint8Array;
  readonly readFullTile: ReadFullTile;
  readonly reader: HashReader;
}

/** The bytes of entry `index` of every sample log. */
export const sampleEntry = (index: number): Uint8Array => utf8(`entry ${index}`);

/** A sample log of `size` entries, appended in one go. */
export function sampleLog(sha256: Sha256, size: number): SampleLog {
  const leaves = Array.from({ length: size }, (_, index) => leafHash(sha256, sampleEntry(index)));
  const { tree, root, tiles } = appendLeaves(sha256, emptyTree, leaves);
  const stored = new Map(tiles.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  const readFullTile: ReadFullTile = async ({ level, index }) => stored.get(`${level}/${index}`);
  return { leaves, tree, root, readFullTile, reader: treeReader(tree, readFullTile) };
}
