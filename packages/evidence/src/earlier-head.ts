import { fromBase64 } from '@kanribo/kernel';
import type { Resumption } from './log-chronicle.ts';
import type { LogHead } from './log-head.ts';

/** A head that a log had once, from outside the log. */
export interface EarlierHead {
  readonly size: number;
  /** How often the log had been resumed then; undefined where that is not known. */
  readonly resumptions: number | undefined;
  /** Whether it can have been this root. */
  isRoot(root: Uint8Array): boolean;
}

/** What is known of the log that is to contain it. */
export interface KnownLog {
  readonly head: LogHead;
  readonly resumptions: readonly Resumption[];
  /** The log's root at a size; undefined where that cannot be told. */
  rootAt(size: number): Uint8Array | undefined;
}

/**
 * How a log stands to an earlier head: it contains it; it has lost it, as the resumption with this
 * sequence declares; it ends before it; it was forked; or it does not show enough to tell.
 */
export type Containment =
  | { readonly status: 'contained' | 'ahead' | 'forked' | 'unknown' }
  | { readonly status: 'lost'; readonly sequence: number };

/**
 * Tells how a log stands to an earlier head of it. A head that was signed under an old origin is in
 * the declared loss where the resumption restored less and declares to have signed as much; the
 * largest signed head is pinned by its root.
 */
export function containmentOf(earlier: EarlierHead, log: KnownLog): Containment {
  const { head, resumptions } = log;
  if ((earlier.resumptions ?? 0) > head.origin.resumptions) return { status: 'ahead' };
  const root = log.rootAt(earlier.size);
  if (root !== undefined && earlier.isRoot(root)) return { status: 'contained' };
  const left = candidates(earlier, resumptions).filter(
    ({ restoredSize }) => earlier.size > restoredSize,
  );
  const loss = left.find((resumption) => isInLoss(earlier, resumption));
  if (loss !== undefined) return { status: 'lost', sequence: loss.sequence };
  if (left.length > 0 && earlier.resumptions !== undefined) return { status: 'forked' };
  if (earlier.size > head.size) return { status: 'ahead' };
  return { status: root === undefined ? 'unknown' : 'forked' };
}

/** The resumptions that may have left the head behind: the one of its own origin, where known. */
function candidates(
  { resumptions: index }: EarlierHead,
  resumptions: readonly Resumption[],
): readonly Resumption[] {
  return index === undefined ? resumptions : resumptions.slice(index, index + 1);
}

function isInLoss(earlier: EarlierHead, resumption: Resumption): boolean {
  const { signedSize, signedRoot } = resumption;
  if (earlier.size !== signedSize) return earlier.size < signedSize;
  return earlier.isRoot(fromBase64(signedRoot) ?? new Uint8Array(0));
}
