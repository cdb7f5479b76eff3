import { type Day, parseDay } from '@kanribo/kernel';
import { deviationsOn, notApplicableOn } from './contract/questions.ts';
import { isYes, textOf } from './engine/case.ts';
import type { Contract } from './engine/contract.ts';
import {
  type Duty,
  type Look,
  type Standing,
  type StandingStatus,
  proofLimit,
} from './engine/standing.ts';

/**
 * How a duty stands on a day, of the contract as known. The worst found counts: breached before
 * overdue before due before met. A deviation breaks its duty until a named person has decided
 * whether it is an incident, and for as long as it is one.
 */
export function stand(duty: Duty, contract: Contract, day: Day): Standing {
  const deviations = deviationsOn(contract, duty.id, day);
  const decision = notApplicableOn(contract, duty.id, day);
  if (decision !== undefined) {
    const proofs = [decision.steps[0].sequence];
    const dueOn = parsedUntil(textOf(decision.values, 'until'), day);
    const cases = [decision.id];
    return {
      duty: duty.id,
      status: 'not-applicable',
      dueOn,
      proofs,
      cases,
      deviations: deviations.length,
    };
  }
  const look = duty.look(contract, day);
  const standing = deviations
    .filter(({ status, values }) => status === 'opened' || isYes(values, 'isIncident'))
    .map((found) => ({ case: found.id, proof: found.steps[0].sequence }));
  const broken = [...look.broken, ...standing];
  return { duty: duty.id, ...worstOf({ ...look, broken }, day), deviations: deviations.length };
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
