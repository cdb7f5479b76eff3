import { MerkleFault, leafHash, restoreTree, rootOf, tileWidth } from '@kanribo/merkle';
import { ApplicationFault } from '../application-fault.ts';
import type { EntryRange, Head } from '../ports.ts';
import { type Standing, emptyStanding, readEntry } from './fold.ts';
import { type LedgerTools, type LogTools, nameOf } from './log-access.ts';

/**
 * Where a log stands that is never folded, from its full tiles and the entries after the last of
 * them: at most 255 tiles a level are read, whatever the size. Whether it has the head's root is
 * for the caller to compare.
 * @throws {ApplicationFault} `corrupt` when a tile or the last entry is not there.
 */
export async function standingAtTail<State>(
  head: Head,
  tools: LedgerTools<State, unknown>,
): Promise<Standing<State>> {
  const empty = emptyStanding(head.origin, tools.rules.empty(), tools.sha256);
  const { size } = head;
  if (size === 0) return empty;
  const entries = await readTail({ from: size - (size % tileWidth), to: size }, tools);
  const last = entries.at(-1) ?? (await readTail({ from: size - 1, to: size }, tools)).at(-1);
  if (last === undefined) throw damaged(tools, `entry ${size - 1} is missing`);
  const { sha256, store, key } = tools;
  const tail = entries.map((bytes) => leafHash(sha256, bytes));
  const stored = { size, tail, readFullTile: (place: Place) => store.tile(key, place) };
  try {
    const tree = await restoreTree(sha256, stored);
    const { recordedAt } = readEntry(last, size - 1, key);
    return { ...empty, tree, recordedAt, root: rootOf(sha256, tree.frontier) };
  } catch (fault) {
    throw fault instanceof MerkleFault ? damaged(tools, fault.message) : fault;
  }
}

interface Place {
  readonly level: number;
  readonly index: number;
}

async function readTail(
  range: EntryRange,
  { store, key }: LogTools,
): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  if (range.from === range.to) return entries;
  for await (const batch of store.entries(key, range)) entries.push(...batch);
  return entries;
}

function damaged({ key }: LogTools, what: string): ApplicationFault {
  return new ApplicationFault('corrupt', `the ${nameOf(key)}: ${what}`);
}
