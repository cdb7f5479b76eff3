import { formatOrigin, logDeclarations, parseOrigin } from '@kanribo/evidence';
import { type Result, err, ok, toBase64 } from '@kanribo/kernel';
import { emptyRoot } from '@kanribo/merkle';
import { ApplicationFault } from '../application-fault.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { freshCommandId, ownDecision } from '../ledger/own-entries.ts';
import type { LogKey, Random } from '../ports.ts';
import { type GuardTools, guardRefusal } from './guarding.ts';

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

/**
 * Lets each log whose guard demands it go on under its next origin: the same tree and sequence,
 * with an entry `log/resumed` first that states both heads, the reason and the person.
 */
export async function resumeLogs(
  tools: GuardTools & { readonly random: Random },
  logs: readonly ResumableLog[],
  order: ResumeOrder,
): Promise<Result<readonly Resumed[], ResumptionRefusal>> {
  const resumed: Resumed[] = [];
  for (const log of logs) {
    const guarded = { key: log.key, current: () => log.ledger.sound() };
    const demand = await guardRefusal(tools, guarded);
    if (demand === undefined) continue;
    const outcome = await resumeLog(tools, log, order);
    if (!outcome.ok) return outcome;
    resumed.push(outcome.value);
  }
  return resumed.length === 0 ? err({ code: 'nothing-to-resume' }) : ok(resumed);
}

async function resumeLog(
  tools: GuardTools & { readonly random: Random },
  { key, ledger }: ResumableLog,
  { reason, person }: ResumeOrder,
): Promise<Result<Resumed, ResumptionRefusal>> {
  const id = freshCommandId(tools.random);
  for (;;) {
    const { origin, root, tree } = await ledger.sound();
    const newOrigin = nextOrigin(origin);
    const declared = await tools.keys.resumeGuard({
      contractId: key.contractId,
      oldOrigin: origin,
      newOrigin,
    });
    if (!declared.ok) return err({ code: 'no-key', origin });
    const signed = declared.value.head ?? { size: 0, root: emptyRoot(tools.sha256) };
    const { size } = tree.frontier;
    const facts = {
      origin,
      restoredSize: size,
      restoredRoot: toBase64(root),
      signedSize: signed.size,
      signedRoot: toBase64(signed.root),
      reason,
      person,
    };
    const recorded = await ledger.submit<'moved'>({
      id,
      actor: person,
      origin: newOrigin,
      decide: (_state, context) =>
        context.size === size
          ? ok(ownDecision('log', logDeclarations.resumed, facts))
          : err('moved'),
    });
    if (recorded.ok) return ok({ oldOrigin: origin, origin: newOrigin, size });
  }
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
