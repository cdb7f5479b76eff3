import { equalBytes } from '@kanribo/kernel';
import { type Sha256, rootAt, treeReader } from '@kanribo/merkle';
import type { Standing } from '../ledger/fold.ts';
import type { Keys, LogKey, LogStore, SigningRefusal } from '../ports.ts';

/** What comparing a log with its guard needs. */
export interface GuardTools {
  readonly store: LogStore;
  readonly keys: Keys;
  readonly sha256: Sha256;
}

/** One log, as it is looked at and signed. */
export interface GuardedLog {
  readonly key: LogKey;
  /** The standing at a head that is read now. */
  current(): Promise<Standing<unknown>>;
}

/** The root a log had at an earlier size, from its tiles and its tail. */
export function earlierRoot(
  { store, sha256 }: Pick<GuardTools, 'store' | 'sha256'>,
  key: LogKey,
  standing: Standing<unknown>,
): (size: number) => Promise<Uint8Array> {
  const reader = treeReader(standing.tree, (place) => store.tile(key, place));
  return (size) => rootAt(sha256, reader, size);
}

/**
 * Why a log would not be signed: its head is smaller than, or not an extension of, the largest
 * head ever signed, or nobody knows what was signed. Undefined where nothing stands against it.
 */
export async function guardRefusal(
  tools: GuardTools,
  log: GuardedLog,
): Promise<SigningRefusal | undefined> {
  const { origin } = await log.current();
  const guard = await tools.keys.guard(origin);
  if (guard === undefined) return undefined;
  if (guard === 'unknown') return { code: 'guard-unknown', origin };
  // Read after the guard: whatever another process has signed by now is in this head.
  const standing = await log.current();
  const { size } = standing.tree.frontier;
  const signedSize = guard.size;
  if (size < signedSize) return { code: 'guard-ahead', origin, signedSize, size };
  const root = await earlierRoot(tools, log.key, standing)(signedSize);
  return equalBytes(root, guard.root) ? undefined : { code: 'guard-differs', origin, signedSize };
}
