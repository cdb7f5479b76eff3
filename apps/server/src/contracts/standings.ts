import { type DutyId, dutyTitles } from '@kanribo/annex';
import {
  type Contract,
  type Standing,
  clauseOf,
  dutyMap,
  overdueCases,
  remarkSentences,
} from '@kanribo/domain';
import type { Day } from '@kanribo/kernel';

const maps = new WeakMap<Contract, Map<Day, readonly Standing[]>>();

/** The duty map of a version of a contract; versions never change, so it is worked out once. */
export function mapOf(contract: Contract, day: Day): readonly Standing[] {
  const known = maps.get(contract) ?? new Map<Day, readonly Standing[]>();
  maps.set(contract, known);
  const found = known.get(day) ?? dutyMap(contract, day);
  known.set(day, found);
  return found;
}

type Overdue = ReturnType<typeof overdueCases>;

const overdue = new WeakMap<Contract, Map<string, Overdue>>();

/** The overdue cases of a duty in a version of a contract, worked out once for all its lines. */
export function overdueOf(contract: Contract, duty: DutyId, day: Day): Overdue {
  const known = overdue.get(contract) ?? new Map<string, Overdue>();
  overdue.set(contract, known);
  const key = `${duty} ${day}`;
  const found = known.get(key) ?? overdueCases(contract, duty, day);
  known.set(key, found);
  return found;
}

/** A standing as it is shown: with title, clause and remarks in words. */
export function shownStanding(contract: Contract, standing: Standing, day: Day) {
  const { duty, status, dueOn, isDueByHouse, proofs, cases, deviations, remarks } = standing;
  return {
    duty,
    title: dutyTitles[duty],
    clause: clauseOf(contract, duty, day),
    status,
    dueOn,
    isDueByHouse,
    proofs,
    cases,
    deviations,
    remarks: remarks.map((code) => remarkSentences[code]),
  };
}
