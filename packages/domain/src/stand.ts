import type { DutyId } from '@kanribo/annex';
import { type Day, parseDay } from '@kanribo/kernel';
import { deviationsOn, notApplicableOn } from './contract/questions.ts';
import { type Case, isYes, textOf } from './engine/case.ts';
import type { Contract } from './engine/contract.ts';
import type { RemarkCode } from './refusals/remarks.ts';
import {
  type Duty,
  type Look,
  type Standing,
  type StandingStatus,
  proofLimit,
} from './engine/standing.ts';

/** A duty of the catalogue, and who watches it if anybody does. */
export interface Watched {
  readonly id: DutyId;
  readonly watch: Duty | undefined;
}

const nothing: Look = { kept: [], waiting: [], broken: [] };

/**
 * How a duty stands on a day, of the contract as known. The worst found counts: breached before
 * overdue before due before met. A deviation breaks its duty until a named person has decided
 * whether it is an incident, and for as long as it is one, whether the duty is watched or not.
 */
export function stand({ id, watch }: Watched, contract: Contract, day: Day): Standing {
  const against = deviationsOn(contract, id, day);
  const decision = notApplicableOn(contract, id, day);
  const about = { duty: id, deviations: against.length };
  if (decision !== undefined) return { ...about, ...setAside(decision, day), remarks: [] };
  const look = watch?.look(contract, day) ?? nothing;
  const standing = against
    .filter(({ status, values }) => status === 'opened' || isYes(values, 'isIncident'))
    .map((found) => ({ case: found.id, proof: found.steps[0].sequence }));
  const worst = worstOf({ ...look, broken: [...look.broken, ...standing] }, day);
  const isUnwatched = watch === undefined && worst.status === 'not-yet';
  const status: StandingStatus = isUnwatched ? 'not-watched' : worst.status;
  const remarks = look.remarks ?? [];
  const isOnlyDecided = worst.status === 'not-yet' && against.length > 0;
  const said: readonly RemarkCode[] = isOnlyDecided ? ['deviations-decided', ...remarks] : remarks;
  return { ...about, ...worst, status, remarks: said };
}

function setAside(decision: Case, day: Day) {
  return {
    status: 'not-applicable',
    dueOn: parsedUntil(textOf(decision.values, 'until'), day),
    proofs: [decision.steps[0].sequence],
    cases: [decision.id],
  } as const;
}

function worstOf({ broken, waiting, kept }: Look, day: Day) {
  const overdue = waiting.filter(({ dueOn }) => dueOn < day);
  const earliest =
    waiting
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(0) ?? null;
  if (broken.length > 0) return told('breached', earliest, broken);
  if (overdue.length > 0) return told('overdue', earliest, overdue);
  if (waiting.length > 0) return told('due', earliest, waiting);
  return told(kept.length > 0 ? 'met' : 'not-yet', null, kept);
}

function told(
  status: StandingStatus,
  dueOn: Day | null,
  found: readonly { readonly case: string; readonly proof: number }[],
) {
  const proofs = [...new Set(found.map(({ proof }) => proof).filter((proof) => proof >= 0))];
  const cases = [...new Set(found.map((one) => one.case))].slice(-proofLimit);
  return { status, dueOn, proofs: proofs.sort((a, b) => a - b).slice(-proofLimit), cases };
}

/** The day the decision holds until; it was checked when it was recorded. */
function parsedUntil(until: string | null, day: Day): Day {
  const parsed = parseDay(until ?? '');
  return parsed.ok ? parsed.value : day;
}
