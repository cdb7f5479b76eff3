import type { Day } from '@kanribo/kernel';
import { dayValue } from '../../contract/questions.ts';
import { stepOf } from '../../engine/case.ts';
import { casesOn } from '../../engine/contract.ts';
import type { Duty } from '../../engine/standing.ts';

/** Take-outs are kept in the register until they are back or handed over (持出管理簿). */
export const takeOutRegisterDuty: Duty = {
  id: 'take-out-register',
  look: (contract, day: Day) => {
    const lines = [...casesOn(contract, 'take-out', day)];
    const closed = lines.flatMap((line) => {
      const end = stepOf(line, 'returned') ?? stepOf(line, 'handed-to-client');
      return end === undefined ? [] : [{ case: line.id, proof: end.sequence }];
    });
    const out = lines.filter(({ status }) => status === 'taken');
    const waiting = out.map((line) => ({
      case: line.id,
      dueOn: dayValue(line, 'plannedReturnOn') ?? day,
      proof: (stepOf(line, 'taken') ?? line.steps[0]).sequence,
    }));
    return { kept: closed, waiting, broken: [] };
  },
};
