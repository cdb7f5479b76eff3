import { equalBytes } from '@kanribo/kernel';
import { ApplicationFault } from '../application-fault.ts';
import type { EntryRange, Head, LogKey } from '../ports.ts';
import { type FoldTools, type Standing, foldEntries, passEntries } from './fold.ts';
import { type LedgerTools, nameOf } from './log-access.ts';

/** What was found when reading up to a head: a standing that agrees with it, or a fault. */
export interface CaughtUp<State> {
  readonly standing: Standing<State>;
  readonly corrupt: ApplicationFault | undefined;
}

/**
 * Reads and hashes all entries from a standing up to the stored head, and compares the root.
 * Entries are read at most twice, never changed.
 * @throws what the store throws.
 */
export async function catchUpTo<State>(
  head: Head,
  before: Standing<State>,
  tools: LedgerTools<State, unknown>,
  seen: FoldTools<State>['seen'],
): Promise<CaughtUp<State>> {
  const range = { from: before.tree.frontier.size, to: head.size };
  const drafted = isLong(range) ? tools.rules.draft?.(before.state) : undefined;
  let standing = drafted === undefined ? before : { ...before, state: drafted.state };
  try {
    requireGrown(tools.key, before, head);
    const folding = { sha256: tools.sha256, rules: tools.rules, key: tools.key, seen };
    const batches = range.from < range.to ? tools.store.entries(tools.key, range) : [];
    for await (const batch of batches) {
      standing =
        tools.folds === 'everything'
          ? foldEntries(standing, batch, folding)
          : passEntries(standing, batch, folding);
    }
    requireSame(tools.key, standing, head);
    return { standing: { ...standing, origin: head.origin }, corrupt: undefined };
  } catch (fault) {
    if (fault instanceof ApplicationFault && fault.code === 'corrupt') {
      return { standing, corrupt: fault };
    }
    throw fault;
  } finally {
    drafted?.seal();
  }
}

/** Copying the state pays once a good part of the log is read. */
function isLong({ from, to }: EntryRange): boolean {
  return to - from > Math.max(shortRange, from / 4);
}

const shortRange = 1_024;

function requireGrown(key: LogKey, before: Standing<unknown>, head: Head): void {
  const { size } = before.tree.frontier;
  if (head.size >= size) return;
  throw new ApplicationFault(
    'corrupt',
    `the ${nameOf(key)} had ${size} entries and its head now says ${head.size}`,
  );
}

function requireSame(key: LogKey, standing: Standing<unknown>, head: Head): void {
  const { size } = standing.tree.frontier;
  if (size !== head.size) {
    throw new ApplicationFault(
      'corrupt',
      `the ${nameOf(key)} holds ${size} entries and its head says ${head.size}`,
    );
  }
  if (equalBytes(standing.root, head.root)) return;
  throw new ApplicationFault(
    'corrupt',
    `the entries of the ${nameOf(key)} do not have the root of its head at size ${size}`,
  );
}
