import { type Result, err, ok } from '@kanribo/kernel';
import type { Standing } from '../ledger/fold.ts';
import type { Head, LogName, SigningRefusal } from '../ports.ts';
import { type GuardTools, type GuardedLog, earlierRoot } from './guarding.ts';

/** A signed head, and the key that checks it. */
export interface SignedLog extends Head {
  readonly log: LogName;
  /** The signed note (C2SP tlog-checkpoint). */
  readonly note: string;
  readonly verifierKey: string;
}

const triesAtMost = 3;

/**
 * Signs the head a log has now, once more where another process has signed a newer one meanwhile.
 */
export async function signLog(
  tools: GuardTools,
  log: GuardedLog,
): Promise<Result<SignedLog, SigningRefusal>> {
  for (let tries = 1; ; tries += 1) {
    const standing = await log.current();
    const signed = await signAt(tools, log, standing);
    if (signed.ok || signed.error.code !== 'guard-ahead' || tries === triesAtMost) return signed;
  }
}

async function signAt(
  tools: GuardTools,
  { key }: GuardedLog,
  standing: Standing<unknown>,
): Promise<Result<SignedLog, SigningRefusal>> {
  const { origin, root } = standing;
  const { contractId, log } = key;
  const head = { origin, root, size: standing.tree.frontier.size };
  const verifierKey = await tools.keys.verifierKey(contractId, origin);
  if (verifierKey === undefined) return err({ code: 'no-key', origin });
  const rootAt = earlierRoot(tools, key, standing);
  const answer = await tools.keys.signCheckpoint({ contractId, ...head, rootAt });
  if (!answer.signed) return err(answer.refusal);
  return ok({ log, ...head, note: answer.note, verifierKey });
}
