import type { JsonObject } from '@kanribo/kernel';
import { type Case, countOf, textOf, textsOf } from '../engine/case.ts';
import type { Contract } from '../engine/contract.ts';
import { type ActTime, covers } from '../engine/covering.ts';
import { casesWith } from '../engine/lines.ts';

/** A copying held against an approval: the line's id and its facts. */
export interface CopyAct extends ActTime {
  readonly id: string;
  readonly values: JsonObject;
}

/**
 * The approval that covers a copying (20(11)): in force, naming all that is copied and no fewer
 * copies than were made; one for a single time (今回限り) covers one line.
 */
export function approvalOfCopy(contract: Contract, act: CopyAct): Case | undefined {
  const sources = textsOf(act.values, 'sources');
  const [first] = sources;
  if (first === undefined) return undefined;
  const about = { things: sources };
  const named = { field: 'things', value: first };
  for (const approval of casesWith(contract, 'copy-approval', named)) {
    const isEnough = (countOf(approval.values, 'copies') ?? Infinity) >= copiesOf(act);
    const isHere = covers(approval, { at: act.at, on: act.on, about });
    if (isEnough && isHere && !isSpent(contract, approval, act)) return approval;
  }
  return undefined;
}

const copiesOf = ({ values }: CopyAct) => countOf(values, 'count') ?? 1;

/** Whether an approval for one time was used by another line. */
function isSpent(contract: Contract, approval: Case, { id }: CopyAct): boolean {
  if (textOf(approval.values, 'repeats') !== 'once') return false;
  for (const line of casesWith(contract, 'copy', { field: 'approval', value: approval.id })) {
    if (line.id !== id && line.status !== 'cancelled') return true;
  }
  return false;
}
