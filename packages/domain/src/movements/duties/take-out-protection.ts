import { dayOf } from '@kanribo/kernel';
import { dayValue } from '../../contract/questions.ts';
import { stepOf } from '../../engine/case.ts';
import { casesOn } from '../../engine/contract.ts';
import type { Duty } from '../../engine/standing.ts';

/** What is taken out is protected as when it is sent (持出し時の暗号化・封緘). */
export const takeOutProtectionDuty: Duty = {
  id: 'take-out-protection',
  look: (contract, day) => {
    const lines = [...casesOn(contract, 'take-out', day)];
    const permitted = lines.filter(({ status }) => status === 'permitted');
    return {
      kept: lines.flatMap((line) => {
        const taken = stepOf(line, 'taken');
        return taken === undefined ? [] : [{ case: line.id, proof: taken.sequence }];
      }),
      waiting: permitted.map((line) => ({
        case: line.id,
        dueOn: dayValue(line, 'plannedReturnOn') ?? dayOf(line.steps[0].occurredAt),
        proof: line.steps[0].sequence,
      })),
      broken: [],
    };
  },
};
