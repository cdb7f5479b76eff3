import type { Day } from '@kanribo/kernel';
import { textOf } from '../engine/case.ts';
import { type Contract, caseOf, casesOn } from '../engine/contract.ts';
import { endOf, isActive } from './activity.ts';

export { type Milestone, type Stage, type TreeNode, subcontractTree } from './tree.ts';
export { measures } from './measures/measure-list.ts';
export { answersOf, measuresLacking } from './measures/answers.ts';
export { type DutyFound, proposalsOf } from './clauses/proposals.ts';
export { type Unchecked, uncheckedAt } from './supervision/checked.ts';
export { type Compared, comparisonOf, findingsOf, lackingIn } from './clauses/results.ts';

/** Whether a subcontract and everything above it is active at the end of a day. */
export function isActiveSubcontractOn(contract: Contract, node: string, day: Day): boolean {
  return isActive(contract, caseOf(contract, node), endOf(day));
}

/** Whether a person takes part for an active subcontractor on a day, within their own period. */
export function isActiveMemberOn(contract: Contract, person: string, day: Day): boolean {
  for (const { values } of casesOn(contract, 'subcontract-member', day)) {
    const [from, until] = [textOf(values, 'from') ?? '', textOf(values, 'until') ?? ''];
    if (textOf(values, 'person') !== person || from > day || until < day) continue;
    if (isActiveSubcontractOn(contract, textOf(values, 'subcontract') ?? '', day)) return true;
  }
  return false;
}
