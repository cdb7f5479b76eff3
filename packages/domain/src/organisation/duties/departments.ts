import { type Day, dayOf } from '@kanribo/kernel';
import { basics, handlingFrom, proofOf, promptlyAfter } from '../../contract/questions.ts';
import { type Case, caseOn, isYes, textOf } from '../../engine/case.ts';
import { type Contract, caseOf, casesOn } from '../../engine/contract.ts';
import type { Duty, Look, Waiting } from '../../engine/standing.ts';
import { appointmentsOn } from '../questions.ts';

/**
 * Tasks and responsibility of several departments made clear (複数部署の任務分担). Asked for where
 * the set-up says that several departments handle, or where handlers of a day belong to several.
 * The clause names no day: by the day handling starts, later promptly (house rule).
 */
export const departmentsDuty: Duty = {
  id: 'departments',
  look: (contract, day) => {
    const facts = basics(contract);
    const handling = handlingFrom(contract);
    const of = departmentsOfHandlers(contract, day);
    const standing = facts && caseOn(facts, day);
    const areSeveral = isYes(standing?.values ?? {}, 'severalDepartments');
    if (standing === undefined || handling === null || (!areSeveral && of.ids.size < 2)) {
      return { kept: [], waiting: [], broken: [] };
    }
    const open = [...casesOn(contract, 'department', day)].filter(
      ({ id, status }) => status !== 'dissolved' && (areSeveral || of.ids.has(id)),
    );
    const look = standingOfDepartments(contract, open, handling);
    const isUnnamed = areSeveral && open.length < 2;
    const missing = {
      case: standing.id,
      dueOn: handling,
      house: true,
      proof: standing.steps[0].sequence,
    };
    return {
      ...look,
      waiting: isUnnamed ? [...look.waiting, missing] : look.waiting,
      remarks: of.isAnyUnknown ? ['handlers-without-department'] : [],
    };
  },
};

function standingOfDepartments(contract: Contract, open: readonly Case[], handling: Day): Look {
  const divided = open.filter(({ status }) => status !== 'recorded');
  const undivided = open.filter(({ status }) => status === 'recorded');
  return {
    kept: divided.map((found) => ({ case: found.id, proof: proofOf(found, found.status) })),
    waiting: undivided.map(({ id, steps }): Waiting => {
      const recorded = dayOf(steps[0].occurredAt);
      const dueOn = recorded > handling ? promptlyAfter(contract, recorded) : handling;
      return { case: id, dueOn, house: true, proof: steps[0].sequence };
    }),
    broken: [],
  };
}

/** The departments the handlers of a day belong to, and whether some handler belongs to none. */
function departmentsOfHandlers(contract: Contract, day: Day) {
  const ids = new Set<string>();
  let isAnyUnknown = false;
  for (const { values } of appointmentsOn(contract, 'handler', day)) {
    const holder = caseOf(contract, textOf(values, 'person') ?? '');
    const standing = holder && caseOn(holder, day);
    const department = textOf(standing?.values ?? {}, 'department');
    if (department === null) isAnyUnknown = true;
    else ids.add(department);
  }
  return { ids, isAnyUnknown };
}
