import { type Day, type Moment, midnightAfter } from '@kanribo/kernel';
import { basics } from '../contract/questions.ts';
import { caseOn, isYes, textOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import { isInForce } from '../engine/covering.ts';
import { casesWith } from '../engine/lines.ts';
import { type Period, periodOf } from './period.ts';

/** Somebody from outside the workers, and the days he would be manager. */
export interface OutsideManager {
  readonly person: string;
  readonly period: Period;
  /** When the appointment or its extension is made. */
  readonly at: Moment;
}

/**
 * Whether the client permitted it (clause 8) before it was made, for every day of the period. A
 * period left open reaches to the contract's last day.
 */
export function isPermitted(contract: Contract, { person, period, at }: OutsideManager): boolean {
  const until = period.until ?? textOf(basics(contract)?.values ?? {}, 'endsOn') ?? period.from;
  for (const { values, steps, status } of permissionsOf(contract, person)) {
    const word = periodOf(values);
    if (status === 'withdrawn' || status === 'contradicted' || steps[0].occurredAt > at) continue;
    if (word.from <= period.from && (word.until ?? '') >= until) return true;
  }
  return false;
}

/** Whether a manager is in place on a day as a worker, or by a permission in force on that day. */
export function isRightfulOn(contract: Contract, person: string, day: Day): boolean {
  const found = caseOf(contract, person);
  const standing = found && caseOn(found, day);
  if (standing === undefined || isYes(standing.values, 'isWorker')) return true;
  const act = { at: midnightAfter(day), on: day };
  return [...permissionsOf(contract, person)].some((permission) => isInForce(permission, act));
}

function permissionsOf(contract: Contract, person: string) {
  return casesWith(contract, 'outside-manager-approval', { field: 'person', value: person });
}
