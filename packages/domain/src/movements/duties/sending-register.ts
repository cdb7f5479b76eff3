import { dayValue } from '../../contract/questions.ts';
import { stepOf } from '../../engine/case.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty } from '../../engine/standing.ts';
import { sending } from '../registers/sending.ts';

/** Sendings are traceable and kept in the register until received (送付管理簿). */
export const sendingRegisterDuty: Duty = {
  id: 'sending-register',
  look: (contract, day) => {
    const { open, ended } = linesOn(contract, sending, day);
    return {
      kept: ended.flatMap((line) => {
        const end = stepOf(line, 'received') ?? stepOf(line, 'undelivered');
        return end === undefined ? [] : [{ case: line.id, proof: end.sequence }];
      }),
      waiting: open.map((line) => ({
        case: line.id,
        dueOn: dayValue(line, 'expectedOn') ?? day,
        proof: line.steps[0].sequence,
      })),
      broken: [],
    };
  },
};
