import {
  type Sha256,
  type Tree,
  appendLeaf,
  emptyFrontier,
  hashLength,
  leafHash,
  rootOf,
  tileWidth,
} from '@kanribo/merkle';
import { ApplicationFault } from '../application-fault.ts';
import type { EntryRange, Head } from '../ports.ts';
import { nameOf } from './log-access.ts';
import { type Standing, emptyStanding, readEntry } from './fold.ts';
import type { LedgerTools, LogTools } from './log-access.ts';

const tileLength = tileWidth * hashLength;

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
  if (head.size === 0) return empty;
  const last = await readTail({ from: head.size - 1, to: head.size }, tools);
  const tree = await treeAtTail(head.size, tools);
  const { recordedAt } = readEntry(lastOf(last, head, tools), head.size - 1, tools.key);
  return { ...empty, tree, recordedAt, root: rootOf(tools.sha256, tree.frontier) };
}

async function treeAtTail(size: number, tools: LogTools): Promise<Tree> {
  const first = size - (size % tileWidth);
  const entries = await readTail({ from: first, to: size }, tools);
  const leaves = entries.map((bytes) => leafHash(tools.sha256, bytes));
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let level = 1; hashesAt(size, level) > 0; level += 1) {
    levels.push(await tileRoots(size, level, tools));
  }
  const peaks = levels.toReversed().flatMap((hashes) => peaksOver(tools.sha256, hashes));
  return { frontier: { size, peaks }, tails: levels };
}

/** The hashes of a level's unfinished tile: each the root over a full tile of the level below. */
async function tileRoots(
  size: number,
  level: number,
  tools: LogTools,
): Promise<readonly Uint8Array[]> {
  const count = hashesAt(size, level);
  const roots: Uint8Array[] = [];
  for (let index = count - (count % tileWidth); index < count; index += 1) {
    const hashes = await tools.store.tile(tools.key, { level: level - 1, index });
    if (hashes?.length !== tileLength) {
      const tile = `tile ${level - 1}/${index} of the ${nameOf(tools.key)}`;
      throw new ApplicationFault('corrupt', `${tile} is not there`);
    }
    roots.push(...peaksOver(tools.sha256, hashesOf(hashes)));
  }
  return roots;
}

/** How many hashes the whole tree has at a tile level. */
function hashesAt(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

function hashesOf(tile: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: tileWidth }, (_, index) =>
    tile.subarray(index * hashLength, (index + 1) * hashLength),
  );
}

function peaksOver(sha256: Sha256, hashes: readonly Uint8Array[]): readonly Uint8Array[] {
  let frontier = emptyFrontier;
  for (const hash of hashes) frontier = appendLeaf(sha256, frontier, hash);
  return frontier.peaks;
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

function lastOf(tail: readonly Uint8Array[], head: Head, { key }: LogTools): Uint8Array {
  const last = tail.at(-1);
  if (last !== undefined) return last;
  throw new ApplicationFault('corrupt', `entry ${head.size - 1} of the ${nameOf(key)} is missing`);
}
