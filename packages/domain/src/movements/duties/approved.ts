import type { Day } from '@kanribo/kernel';
import { dayValue } from '../../contract/questions.ts';
import type { Case } from '../../engine/case.ts';
import { type Contract, casesOn } from '../../engine/contract.ts';
import { isUnconfirmed } from '../../engine/covering.ts';
import type { Waiting } from '../../engine/standing.ts';

/** Oral approvals whose paper has not come by a day (口頭・未確認), with the day it is due. */
export function papersAwaited(contract: Contract, approval: string, day: Day): readonly Waiting[] {
  return [...casesOn(contract, approval, day)].filter(isUnconfirmed).map((found: Case) => ({
    case: found.id,
    dueOn: dayValue(found, 'paperDueOn') ?? day,
    proof: found.steps[0].sequence,
  }));
}
