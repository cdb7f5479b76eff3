import { dayValue } from '../../contract/questions.ts';
import { casesOn } from '../../engine/contract.ts';
import { stepOf } from '../../engine/case.ts';
import type { Duty } from '../../engine/standing.ts';

/** Sendings are traceable and kept in the register until received (送付管理簿). */
export const sendingRegisterDuty: Duty = {
  id: 'sending-register',
  look: (contract, day) => {
    const lines = [...casesOn(contract, 'sending', day)];
    const underWay = lines.filter(({ status }) => status === 'sent');
    return {
      kept: lines.flatMap((line) => {
        const end = stepOf(line, 'received') ?? stepOf(line, 'undelivered');
        return end === undefined ? [] : [{ case: line.id, proof: end.sequence }];
      }),
      waiting: underWay.map((line) => ({
        case: line.id,
        dueOn: dayValue(line, 'expectedOn') ?? day,
        proof: line.steps[0].sequence,
      })),
      broken: [],
    };
  },
};
