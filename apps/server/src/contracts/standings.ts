import { type DutyId, dutyTitles } from '@kanribo/annex';
import {
  type Contract,
  type Standing,
  clauseOf,
  dutyMap,
  remarkSentences,
  standingOf,
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

/** How one duty stands, from the map where that was worked out already. */
export function standingIn(contract: Contract, duty: DutyId, day: Day): Standing {
  const map = maps.get(contract)?.get(day);
  return map?.find((standing) => standing.duty === duty) ?? standingOf(contract, duty, day);
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
