import type { Entry } from '@kanribo/evidence';
import { type Moment, fromUtf8, isJsonObject } from '@kanribo/kernel';
import {
  type Sha256,
  type Tree,
  appendLeaves,
  emptyRoot,
  emptyTree,
  leafHasher,
} from '@kanribo/merkle';
import { ApplicationFault } from '../application-fault.ts';
import type { LogKey } from '../ports.ts';
import { nameOf } from './log-access.ts';
import type { FoldRules } from './rules.ts';

/** A log as far as it was read. A value: every version of it stays as it is. */
export interface Standing<State> {
  readonly origin: string;
  readonly tree: Tree;
  /** The root over all leaves of `tree`. */
  readonly root: Uint8Array;
  /** `recordedAt` of the last entry; the next one is never earlier. */
  readonly recordedAt: Moment | null;
  readonly state: State;
}

/** How the entries of a log are read back. */
export interface FoldTools<State> {
  readonly sha256: Sha256;
  /** Which log it is, for what is said about it. */
  readonly key: LogKey;
  readonly rules: Pick<FoldRules<State, unknown>, 'evolve'>;
  /** Called for each entry in order. */
  seen(entry: Entry): void;
}

/** Where a log that nothing was read of yet stands. */
export function emptyStanding<State>(
  origin: string,
  state: State,
  sha256: Sha256,
): Standing<State> {
  return { origin, tree: emptyTree, root: emptyRoot(sha256), recordedAt: null, state };
}

/**
 * The standing after the next entries, each hashed as it is stored and folded.
 * @throws {ApplicationFault} `corrupt` when bytes are not an entry, or not the next one.
 */
export function foldEntries<State>(
  before: Standing<State>,
  batch: readonly Uint8Array[],
  tools: FoldTools<State>,
): Standing<State> {
  const hashLeaf = leafHasher(tools.sha256);
  const leaves: Uint8Array[] = [];
  let { state, recordedAt } = before;
  let sequence = before.tree.frontier.size;
  for (const bytes of batch) {
    const entry = readEntry(bytes, sequence, tools.key);
    leaves.push(hashLeaf(bytes));
    state = tools.rules.evolve(state, entry);
    tools.seen(entry);
    recordedAt = entry.recordedAt;
    sequence += 1;
  }
  const { tree, root } = appendLeaves(tools.sha256, before.tree, leaves);
  return { ...before, tree, root, recordedAt, state };
}

/**
 * The standing after the next entries of a log that is never folded: each is hashed, and only the
 * clock of the last one read.
 * @throws {ApplicationFault} `corrupt` when the last one is not an entry, or not the next one.
 */
export function passEntries<State>(
  before: Standing<State>,
  batch: readonly Uint8Array[],
  tools: Pick<FoldTools<State>, 'sha256' | 'key'>,
): Standing<State> {
  const last = batch.at(-1);
  if (last === undefined) return before;
  const hashLeaf = leafHasher(tools.sha256);
  const leaves = batch.map((bytes) => hashLeaf(bytes));
  const { tree, root } = appendLeaves(tools.sha256, before.tree, leaves);
  const { recordedAt } = readEntry(last, tree.frontier.size - 1, tools.key);
  return { ...before, tree, root, recordedAt };
}

/**
 * Reads stored bytes as the entry of this sequence. Its shape is only looked over: what counts is
 * the root over all bytes, and `verify` parses each entry strictly.
 * @throws {ApplicationFault} `corrupt`.
 */
export function readEntry(bytes: Uint8Array, sequence: number, key: LogKey): Entry {
  const value = parse(bytes);
  if (isEntry(value) && value.sequence === sequence) return value;
  const found = isEntry(value) ? `says it is ${value.sequence}` : 'is not an entry';
  throw new ApplicationFault('corrupt', `entry ${sequence} of the ${nameOf(key)} ${found}`);
}

function parse(bytes: Uint8Array): unknown {
  const text = fromUtf8(bytes);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

const isCommandId = (value: unknown): boolean =>
  typeof value === 'string' && value.length === commandIdLength;

const commandIdLength = 32;

function isEntry(value: unknown): value is Entry {
  return (
    isJsonObject(value) &&
    typeof value['sequence'] === 'number' &&
    typeof value['recordedAt'] === 'string' &&
    typeof value['actor'] === 'string' &&
    isCommandId(value['command']) &&
    typeof value['ordinal'] === 'number' &&
    typeof value['declaration'] === 'string' &&
    isJsonObject(value['facts'])
  );
}
