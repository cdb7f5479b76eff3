import type { Duty } from '../../engine/standing.ts';
import { takeOutApproval } from '../approvals/take-out.ts';
import { takeOut } from '../registers/take-out.ts';
import { papersAwaited } from '../../presets/papers-awaited.ts';
import { keptLines } from './kept-lines.ts';

/** No take-out without the client's approval (持出しの禁止と承認). */
export const takeOutApprovalDuty: Duty = {
  id: 'take-out-approval',
  look: (contract, day) => ({
    kept: keptLines(contract, day, {
      register: takeOut,
      duty: 'take-out-approval',
      steps: ['taken'],
    }),
    waiting: papersAwaited(contract, takeOutApproval, day),
    broken: [],
    remarks: ['as-recorded-only'],
  }),
};
