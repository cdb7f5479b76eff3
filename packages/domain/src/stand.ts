import type { DutyId } from '@kanribo/annex';
import { type Day, parseDay } from '@kanribo/kernel';
import { basics, deviationsOn, notApplicableOn } from './contract/questions.ts';
import { type Case, caseOn, isYes, textOf } from './engine/case.ts';
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
 * whether it is an incident, and for as long as it is one, whether the duty is watched or not. What
 * deviated from a duty never proves that it was kept, and a decision that the duty does not apply
 * hides no deviation.
 */
export function stand({ id, watch }: Watched, contract: Contract, day: Day): Standing {
  const against = deviationsOn(contract, id, day);
  const standing = against
    .filter(({ status, values }) => status === 'opened' || isYes(values, 'isIncident'))
    .map((found) => ({ case: found.id, proof: found.steps[0].sequence }));
  const decision = notApplicableOn(contract, id, day);
  const about = { duty: id, deviations: against.length };
  if (decision !== undefined) return { ...about, ...setAside(decision, standing, day) };
  const look = watch?.look(asAgreedOn(contract, day), day) ?? nothing;
  const deviated = new Set(against.map(({ values }) => textOf(values, 'of')));
  const kept = look.kept.filter((found) => !deviated.has(found.case));
  const worst = worstOf({ ...look, kept, broken: [...look.broken, ...standing] }, day);
  const isUnwatched = watch === undefined && worst.status === 'not-yet';
  const status: StandingStatus = isUnwatched ? 'not-watched' : worst.status;
  const decided = decidedRemarks(worst.status, against.length);
  return { ...about, ...worst, status, remarks: [...decided, ...(look.remarks ?? [])] };
}

/**
 * The contract with what was agreed as it was on a day: an amendment recorded later mends no
 * earlier day. Before the set-up was recorded it counts as it was set up.
 */
function asAgreedOn(contract: Contract, day: Day): Contract {
  const found = basics(contract);
  if (found === undefined) return contract;
  const [first] = found.steps;
  const atFirst = { ...found, status: first.status, values: first.values, steps: [first] } as const;
  const agreed = caseOn(found, day) ?? atFirst;
  return agreed === found ? contract : { ...contract, cases: contract.cases.set(found.id, agreed) };
}

/** Deviations that were no incident leave a mark on what otherwise would look as if nothing was. */
function decidedRemarks(worst: StandingStatus, deviations: number): readonly RemarkCode[] {
  if (deviations === 0) return [];
  if (worst === 'not-yet') return ['deviations-decided'];
  return worst === 'met' ? ['deviations-on-record'] : [];
}

function setAside(decision: Case, standing: Look['broken'], day: Day) {
  const found = [...standing, { case: decision.id, proof: decision.steps[0].sequence }];
  const remarks: readonly RemarkCode[] = standing.length > 0 ? ['deviations-set-aside'] : [];
  const dueOn = parsedUntil(textOf(decision.values, 'until'), day);
  return { ...told('not-applicable', dueOn, found), remarks };
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
