import { type Day, type Moment, addDays, midnightAfter } from '@kanribo/kernel';
import { basics, dayValue } from '../contract/questions.ts';
import { type Case, caseOn, isYes, textOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import { isInForce, isUnproven } from '../engine/covering.ts';
import type { Attempt } from '../engine/declaration.ts';
import { casesWith } from '../engine/lines.ts';
import { type Period, periodOf } from './period.ts';
import { appointmentsOn } from './questions.ts';

/** The words by which the client lets somebody hold an office he otherwise could not (7, 8). */
const words = {
  manager: 'outside-manager-approval',
  'audit-officer': 'worker-audit-answer',
} as const;

type Permitted = keyof typeof words;

/** Somebody who needs the client's word for an office, and the days he would hold it. */
export interface Holding {
  readonly office: Permitted;
  readonly person: string;
  readonly period: Period;
  /** When the appointment or its extension is made. */
  readonly at: Moment;
}

/**
 * Whether the client allowed it (7, 8) before it was made, for every day of the period. A period
 * left open reaches to the contract's last day.
 */
export function isPermitted(contract: Contract, { office, person, period, at }: Holding): boolean {
  const until = period.until ?? textOf(basics(contract)?.values ?? {}, 'endsOn') ?? period.from;
  for (const { values, steps, status } of wordsOn(contract, office, person)) {
    const word = periodOf(values);
    if (status === 'withdrawn' || status === 'contradicted' || steps[0].occurredAt > at) continue;
    if (word.from <= period.from && (word.until ?? '') >= until) return true;
  }
  return false;
}

/** The days an appointment or an extension adds; null where it adds none. */
export function addedBy({ before, values }: Attempt): Period | null {
  const period = periodOf(values);
  if (before === undefined) return period;
  const end = dayValue(before, 'until');
  if (end === null || (period.until !== null && period.until <= end)) return null;
  return { from: addDays(end, 1), until: period.until };
}

/** An office somebody holds on a day. */
interface HeldOn {
  readonly office: Permitted;
  readonly person: string;
  readonly day: Day;
}

/**
 * Whether the client's word in force at the end of a day lets the person hold the office. A spoken
 * one that was written down later clears that day only once its paper has come.
 */
export function isAllowedOn(contract: Contract, { office, person, day }: HeldOn): boolean {
  const act = { at: midnightAfter(day), on: day };
  return wordsOn(contract, office, person).some(
    (word) => isInForce(word, act) && !isUnproven(word, act),
  );
}

/**
 * Whether a person may hold the office on a day: a manager as a worker, an audit officer as none,
 * as was recorded by then, or by the client's word in force on that day.
 */
function isRightfulOn(contract: Contract, { office, person, day }: HeldOn): boolean {
  const found = caseOf(contract, person);
  const standing = found && caseOn(found, day);
  const isWorker = isYes(standing?.values ?? {}, 'isWorker');
  if (standing === undefined || isWorker === (office === 'manager')) return true;
  return isAllowedOn(contract, { office, person, day });
}

/** Appointments of a day whose holder may not hold the office on it. */
export function unrightfulOn(contract: Contract, office: Permitted, day: Day): readonly Case[] {
  return appointmentsOn(contract, office, day).filter(
    ({ values }) =>
      !isRightfulOn(contract, { office, person: textOf(values, 'person') ?? '', day }),
  );
}

function wordsOn(contract: Contract, office: Permitted, value: string): readonly Case[] {
  return casesWith(contract, words[office], { field: 'person', value });
}
