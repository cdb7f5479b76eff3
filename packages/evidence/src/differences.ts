import { fromUtf8 } from '@kanribo/kernel';
import { type Sha256, leafHash } from '@kanribo/merkle';
import type { BundleFiles } from './bundle-files.ts';
import type { BundledTiles } from './bundled-tiles.ts';
import { DifferenceSearch } from './difference-search.ts';
import { entryBytesAtMost } from './entry.ts';
import { parseEntry } from './entry-text.ts';
import { entriesName } from './file-names.ts';
import type { FindingList } from './finding-list.ts';
import { linesOf } from './lines.ts';
import type { LogHead } from './log-head.ts';
import type { Ranges } from './ranges.ts';
import { SignedLeaves } from './signed-leaves.ts';

/** What is needed to explain why the entries of a log do not have its signed root. */
export interface DifferencesOptions {
  readonly sha256: Sha256;
  readonly files: BundleFiles;
  readonly tiles: BundledTiles;
  readonly head: LogHead;
  readonly findings: FindingList;
}

/**
 * Says where the entries of a log are not the signed ones: changed, removed, moved, added, cut off.
 * Each entry is known by its leaf hash where the tiles have the signed root, and otherwise only by
 * the number it states. Answers the sequences that are not in their place.
 */
export async function findDifferences(options: DifferencesOptions): Promise<Ranges> {
  const { sha256, files, tiles, head, findings } = options;
  const leaves = await SignedLeaves.find(sha256, tiles, head);
  const search = new DifferenceSearch(head, findings);
  const lines = linesOf(files.chunks(entriesName(head.log)), entryBytesAtMost);
  for await (const batch of lines) {
    for (const line of batch.lines) {
      const stated = numberIn(line);
      const known = { leaf: leafHash(sha256, line), expected: search.expected, stated };
      const index = leaves === undefined ? stated : await indexOf(leaves, known);
      if (index === undefined || index >= head.size) search.takeStranger(stated);
      else search.takeEntry(index);
      if (search.isEnough) return search.finish();
    }
  }
  return search.finish();
}

interface KnownLine {
  readonly leaf: Uint8Array;
  readonly expected: number;
  readonly stated: number | undefined;
}

/** The index of the signed entry that a line is: its place, the number it states, or none. */
async function indexOf(leaves: SignedLeaves, known: KnownLine): Promise<number | undefined> {
  const { leaf, expected, stated } = known;
  if (await leaves.isAt(expected, leaf)) return expected;
  return stated !== undefined && (await leaves.isAt(stated, leaf)) ? stated : undefined;
}

function numberIn(line: Uint8Array): number | undefined {
  const entry = parseEntry(fromUtf8(line) ?? '');
  return entry.ok ? entry.value.sequence : undefined;
}
