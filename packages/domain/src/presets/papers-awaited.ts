import type { Day } from '@kanribo/kernel';
import { dayValue } from '../contract/questions.ts';
import type { Contract } from '../engine/contract.ts';
import { isUnconfirmed } from '../engine/covering.ts';
import type { CaseDeclaration } from '../engine/declaration.ts';
import { linesOn } from '../engine/lines.ts';
import type { Waiting } from '../engine/standing.ts';

/** Spoken words whose paper has not come by a day (口頭・未確認), with the day it is due. */
export function papersAwaited(
  contract: Contract,
  word: CaseDeclaration,
  day: Day,
): readonly Waiting[] {
  return linesOn(contract, word, day)
    .open.filter(isUnconfirmed)
    .map((found) => ({
      case: found.id,
      dueOn: dayValue(found, 'paperDueOn') ?? day,
      house: true,
      proof: found.steps[0].sequence,
    }));
}
