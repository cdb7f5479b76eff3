import { type Day, type Moment, addDays, dayOf, midnightAfter, parseDay } from '@kanribo/kernel';
import { type Profile, profiles, specialProvisions } from '@kanribo/annex';
import { type Case, caseBefore, caseOn, countOf, isYes, stepOf, textOf } from '../engine/case.ts';
import { type Contract, caseOf, countOfCases } from '../engine/contract.ts';
import { casesEverWith, casesWith } from '../engine/lines.ts';
import { type DeviationWeight, weightOf } from '../refusals/deviations.ts';

export { type Designation, answersOnForm, designationOn, formRemarks } from './designation.ts';
export { monthsAfter } from './months.ts';

/** The basic facts of the contract (契約の基本事項), once they were set up. */
export function basics(contract: Contract): Case | undefined {
  return caseOf(contract, 'contract-1');
}

/** The first day specific personal information may be handled under the contract. */
export function handlingFrom(contract: Contract): Day | null {
  return dayValue(basics(contract), 'handlingFrom');
}

/** The first day of the contract. */
export function startsOn(contract: Contract): Day | null {
  return dayValue(basics(contract), 'startsOn');
}

/** The day, or the contract's last day where it is later: nothing new is asked after that one. */
export function dayWithin(contract: Contract, day: Day): Day {
  const ends = dayValue(basics(contract), 'endsOn') ?? day;
  return day > ends ? ends : day;
}

/** The day by which something that must be done "promptly" (速やかに) since a day is due. */
export function promptlyAfter(contract: Contract, day: Day): Day {
  return addDays(day, countOf(basics(contract)?.values ?? {}, 'promptDays') ?? 0);
}

/** Whether a register entry made at a moment is later than agreed for an event of that day. */
export function isRecordedLate(
  contract: Contract,
  times: { readonly occurredOn: Day; readonly now: Moment },
): boolean {
  const agreed = countOf(basics(contract)?.values ?? {}, 'recordWithinDays') ?? 0;
  return dayOf(times.now) > addDays(times.occurredOn, agreed);
}

/**
 * The annex a contract is kept under on a day (適用中の特記事項): of those adopted whose own first day
 * has come, the one adopted last. An annex adopted for a later day is cited from that day on.
 */
export function annexOn(contract: Contract, day: Day): Case | undefined {
  for (let number = countOfCases(contract, 'annex'); number > 0; number -= 1) {
    const adopted = caseOf(contract, `annex-${number}`);
    if ((textOf(adopted?.values ?? {}, 'from') ?? '') <= day) return adopted;
  }
  return undefined;
}

/** The profile of the annex of a day; the built-in one before any was in force. */
export function profileOf(contract: Contract, day: Day): Profile {
  const values = annexOn(contract, day)?.values ?? {};
  return profiles.get(textOf(values, 'profile') ?? '') ?? specialProvisions;
}

/** A day the case holds, or null. */
export function dayValue(found: Case | undefined, name: string): Day | null {
  const text = textOf(found?.values ?? {}, name);
  return text === null ? null : parsedDay(text);
}

/** The latest paper printed of a case, and the entry that says so. */
export function documentOf(
  contract: Contract,
  of: string,
): { readonly digest: string; readonly sequence: number } | undefined {
  let latest: { readonly digest: string; readonly sequence: number } | undefined;
  const printed = casesWith(contract, 'document', { field: 'of', value: of });
  for (const { values, steps } of printed) {
    latest = { digest: textOf(values, 'document') ?? '', sequence: steps[0].sequence };
  }
  return latest;
}

/**
 * Deviations from a duty and signs of one that happened by a day, whether each is still undecided
 * then, and marks of our own rules supporting that duty (当社の定め), which are neither.
 */
export function deviationsOn(
  contract: Contract,
  duty: string,
  day: Day,
): { readonly against: readonly Case[]; readonly marks: readonly Case[] } {
  const end = midnightAfter(day);
  const found = casesEverWith(contract, 'deviation', { field: 'duty', value: duty });
  const standing = found.flatMap((one) => caseBefore(one, end) ?? []);
  return {
    against: standing.filter((one) => weightOfCase(one) !== 'house'),
    marks: standing.filter((one) => weightOfCase(one) === 'house'),
  };
}

/**
 * What a deviation shows ({@link weightOf}). What a person decided to be an incident is at least a
 * sign, whatever it was found as.
 */
export function weightOfCase({ values }: Case): DeviationWeight {
  const weight = weightOf(textOf(values, 'code'));
  return weight === 'house' && isYes(values, 'isIncident') ? 'sign' : weight;
}

/**
 * Cases that deviated from a duty by a day, decided or not: even where a person decided that it was
 * no incident, what they did is no proof that the duty was kept. A sign and a mark of our own rule
 * say nothing against that.
 */
export function deviatedFrom(contract: Contract, duty: string, day: Day): ReadonlySet<string> {
  const deviations = deviationsOn(contract, duty, day).against.filter(
    (found) => weightOfCase(found) === 'breach',
  );
  return new Set(deviations.flatMap(({ values }) => textOf(values, 'of') ?? []));
}

/** Whether a case is one of those that deviated from a duty by a day ({@link deviatedFrom}). */
export function hasDeviated(
  contract: Contract,
  { of, duty }: { readonly of: string; readonly duty: string },
  day: Day,
): boolean {
  return casesEverWith(contract, 'deviation', { field: 'of', value: of }).some(
    (found) =>
      textOf(found.values, 'duty') === duty &&
      weightOfCase(found) === 'breach' &&
      caseOn(found, day) !== undefined,
  );
}

/** The decision that a duty does not apply (該当なし) that holds on a day. */
export function notApplicableOn(contract: Contract, duty: string, day: Day): Case | undefined {
  const end = midnightAfter(day);
  return casesWith(contract, 'not-applicable', { field: 'duty', value: duty })
    .flatMap((found) => caseBefore(found, end) ?? [])
    .find(({ values, status }) => status === 'decided' && (textOf(values, 'until') ?? '') >= day);
}

/** The last step of this name, for the proof of a standing. */
export function proofOf(found: Case, step: string): number {
  return (stepOf(found, step) ?? found.steps[0]).sequence;
}

function parsedDay(text: string): Day | null {
  const parsed = parseDay(text);
  return parsed.ok ? parsed.value : null;
}
