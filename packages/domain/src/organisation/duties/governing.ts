import { type Day, addDays } from '@kanribo/kernel';
import {
  basics,
  dayValue,
  dayWithin,
  handlingFrom,
  monthsAfter,
  startsOn,
} from '../../contract/questions.ts';
import { caseOn, countOf, textOf } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import type { Look, Waiting } from '../../engine/standing.ts';
import { noticeDays } from '../endings.ts';
import { type Governing, type Version, versionOn } from '../rules/versions.ts';

const nothing: Look = { kept: [], waiting: [], broken: [] };

/**
 * How a governing document stands: met by a version that holds. It is due by the day handling
 * starts, which is our own rule, so that its want is overdue from then on and never a breach.
 */
export function lookAtDocument(contract: Contract, document: Governing, day: Day): Look {
  const [starts, handling, facts] = [startsOn(contract), handlingFrom(contract), basics(contract)];
  const version = versionOn(contract, document, day);
  if (starts === null || handling === null || facts === undefined) return nothing;
  if (version === undefined) {
    if (day < starts) return nothing;
    const missing = {
      case: facts.id,
      dueOn: handling,
      house: true,
      proof: facts.steps[0].sequence,
    };
    return { ...nothing, waiting: [missing] };
  }
  const kept = [{ case: version.of.id, proof: version.proof }];
  return { ...nothing, kept, waiting: revisionAwaited(version) };
}

/** A new version a review asked for, which has not come into force yet. */
function revisionAwaited({ of, proof }: Version): readonly Waiting[] {
  const dueOn = dayValue(of, 'revisedBy');
  if (textOf(of.values, 'outcome') !== 'revise' || dueOn === null) return [];
  return [{ case: of.id, dueOn, house: true, proof }];
}

/**
 * The next review of the handling rules, in the months agreed with the client: due from a fortnight
 * before. Where no cycle was agreed a remark says so, and nothing is overdue.
 */
export function withReviews(contract: Contract, look: Look, day: Day): Look {
  const facts = basics(contract);
  const agreed = facts && caseOn(facts, day);
  const months = countOf(agreed?.values ?? {}, 'rulesReviewMonths');
  if (agreed === undefined) return look;
  if (months === null) return { ...look, remarks: ['review-cycle-not-agreed'] };
  const version = versionOn(contract, 'handling-rules', day);
  if (version === undefined) return look;
  const dueOn = monthsAfter(version.since, months);
  if (dayWithin(contract, day) < addDays(dueOn, -noticeDays)) return look;
  const review = { case: version.of.id, dueOn, proof: version.proof };
  return { ...look, waiting: [...look.waiting, review] };
}
