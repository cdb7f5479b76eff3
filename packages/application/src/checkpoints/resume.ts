import { formatOrigin, logDeclarations, parseOrigin } from '@kanribo/evidence';
import { type Result, err, ok, toBase64 } from '@kanribo/kernel';
import { emptyRoot } from '@kanribo/merkle';
import { ApplicationFault } from '../application-fault.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { requireReason } from '../instance/reason.ts';
import { freshCommandId, ownDecision } from '../ledger/own-entries.ts';
import type { LogKey, Random } from '../ports.ts';
import { type GuardTools, guardRefusal } from './guarding.ts';
import { signLog } from './sign-log.ts';

/** Who resumes a contract, and why, as a code. */
export interface ResumeOrder {
  readonly reason: string;
  /** The person's id. */
  readonly person: string;
}

/** Why nothing was resumed. */
export type ResumptionRefusal =
  /** The guard agrees with every log. */
  | { readonly code: 'nothing-to-resume' }
  /** The keys directory has no keys for it. */
  | { readonly code: 'no-key'; readonly origin: string };

/** A log that goes on under a new origin from this size. */
export interface Resumed {
  readonly oldOrigin: string;
  readonly origin: string;
  readonly size: number;
}

/** A log that may have to be resumed. */
export interface ResumableLog {
  readonly key: LogKey;
  readonly ledger: Pick<Ledger<unknown, unknown>, 'sound' | 'submit'>;
}

type ResumeTools = GuardTools & { readonly random: Random };

/**
 * Lets each log whose guard demands it go on under its next origin: the same tree and sequence,
 * with an entry `log/resumed` first that states both heads, the reason and the person.
 * @throws {EvidenceFault} for a reason that is no code.
 */
export async function resumeLogs(
  tools: ResumeTools,
  logs: readonly ResumableLog[],
  order: ResumeOrder,
): Promise<Result<readonly Resumed[], ResumptionRefusal>> {
  requireReason(order.reason);
  const resumed: Resumed[] = [];
  for (const log of logs) {
    const outcome = await resumeLog(tools, log, order);
    if (!outcome.ok) return outcome;
    if (outcome.value !== undefined) resumed.push(outcome.value);
  }
  return resumed.length === 0 ? err({ code: 'nothing-to-resume' }) : ok(resumed);
}

/**
 * Resumes a log until the guard demands it no more, under as many origins as that takes: data that
 * was restored before may be behind what its next origin has signed as well. Another process may do
 * so at the same time.
 */
async function resumeLog(
  tools: ResumeTools,
  log: ResumableLog,
  { reason, person }: ResumeOrder,
): Promise<Result<Resumed | undefined, ResumptionRefusal>> {
  const { key, ledger } = log;
  let resumed: Resumed | undefined;
  while (await isResumptionDemanded(tools, log)) {
    const { origin, root, tree } = await ledger.sound();
    const newOrigin = nextOrigin(origin);
    const { size } = tree.frontier;
    const change = { contractId: key.contractId, oldOrigin: origin, newOrigin };
    const declared = await tools.keys.resumeGuard(change);
    if (!declared.ok) return err({ code: 'no-key', origin });
    const signed = declared.value.head ?? { size: 0, root: emptyRoot(tools.sha256) };
    const facts = {
      origin,
      restoredSize: size,
      restoredRoot: toBase64(root),
      signedSize: signed.size,
      signedRoot: toBase64(signed.root),
      reason,
      person,
    };
    const decision = ownDecision('log', logDeclarations.resumed, facts);
    const recorded = await ledger.submit<'moved'>({
      id: freshCommandId(tools.random),
      actor: person,
      origin: newOrigin,
      decide: (_state, context) => (context.size === size ? ok(decision) : err('moved')),
    });
    if (!recorded.ok) continue;
    resumed = { oldOrigin: origin, size, ...resumed, origin: newOrigin };
  }
  return ok(resumed);
}

/**
 * Whether the log would not be signed as it is. A resumption that was declared and then broke off
 * shows only when it is to be signed.
 */
async function isResumptionDemanded(
  tools: GuardTools,
  { key, ledger }: ResumableLog,
): Promise<boolean> {
  const guarded = { key, current: () => ledger.sound() };
  if ((await guardRefusal(tools, guarded)) !== undefined) return true;
  return !(await signLog(tools, guarded)).ok;
}

/**
 * The origin under which a log goes on.
 * @throws {ApplicationFault} `corrupt` for a text that is no origin.
 */
export function nextOrigin(text: string): string {
  const origin = parseOrigin(text);
  if (origin === undefined) throw new ApplicationFault('corrupt', `${text} is not an origin`);
  return formatOrigin({ ...origin, resumptions: origin.resumptions + 1 });
}
