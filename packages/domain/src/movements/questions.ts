import type { JsonObject } from '@kanribo/kernel';
import { type Case, textOf, textsOf } from '../engine/case.ts';
import { type Contract, casesOf } from '../engine/contract.ts';
import { type ActTime, isInForce } from '../engine/covering.ts';

/** The facts of a take-out that an approval is held against. */
export interface TakeOutAct extends ActTime {
  readonly values: JsonObject;
}

/** Whether a take-out approval covers the take-out: in force, all its things, its destination. */
export function coversTakeOut(approval: Case, act: TakeOutAct): boolean {
  const approved = textsOf(approval.values, 'things');
  return (
    isInForce(approval, act) &&
    textOf(approval.values, 'destination') === textOf(act.values, 'destination') &&
    textsOf(act.values, 'things').every((thing) => approved.includes(thing))
  );
}

/** The approval that covers a take-out, if the client gave one. */
export function approvalOfTakeOut(contract: Contract, act: TakeOutAct): Case | undefined {
  for (const approval of casesOf(contract, 'take-out-approval')) {
    if (coversTakeOut(approval, act)) return approval;
  }
  return undefined;
}
