import type { Day } from '@kanribo/kernel';
import { dayValue } from '../../contract/questions.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty } from '../../engine/standing.ts';
import type { RemarkCode } from '../../refusals/remarks.ts';
import { awaitedBackOn, outStatuses, takenIn } from '../../things/questions.ts';
import { takeOut } from '../registers/take-out.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'take-out-register';

/** Take-outs are kept in the register until they are back or handed over (持出管理簿). */
export const takeOutRegisterDuty: Duty = {
  id: duty,
  look: (contract, day: Day) => {
    const { open } = linesOn(contract, takeOut, day);
    const out = open.filter(({ status }) => outStatuses.includes(status));
    const unplanned = out.some(({ values }) => values['plannedReturnOn'] === undefined);
    const unused = open.some(
      (line) => line.status === 'permitted' && (dayValue(line, 'plannedReturnOn') ?? day) < day,
    );
    const remarks: readonly RemarkCode[] = [
      ...(unplanned ? (['return-not-planned'] as const) : []),
      ...(unused ? (['permit-unused'] as const) : []),
    ];
    return {
      kept: keptLines(contract, day, {
        register: takeOut,
        duty,
        steps: ['returned', 'handed-to-client', 'stored', 'posted'],
      }),
      waiting: out.map((line) => ({
        case: line.id,
        dueOn: awaitedBackOn(contract, line),
        house: true,
        proof: takenIn(line).sequence,
      })),
      broken: [],
      remarks,
    };
  },
};
