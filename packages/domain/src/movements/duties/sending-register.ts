import { dayValue } from '../../contract/questions.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty } from '../../engine/standing.ts';
import { sending } from '../registers/sending.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'sending-register';

/** Sendings are traceable and kept in the register until received (送付管理簿). */
export const sendingRegisterDuty: Duty = {
  id: duty,
  look: (contract, day) => ({
    kept: keptLines(contract, day, {
      register: sending,
      duty,
      steps: ['received', 'posted', 'undelivered'],
    }),
    waiting: linesOn(contract, sending, day).open.map((line) => ({
      case: line.id,
      dueOn: dayValue(line, 'expectedOn') ?? day,
      house: true,
      proof: line.steps[0].sequence,
    })),
    broken: [],
  }),
};
