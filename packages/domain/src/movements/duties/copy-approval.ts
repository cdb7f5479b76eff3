import type { Duty } from '../../engine/standing.ts';
import { copyApproval } from '../approvals/copy.ts';
import { copy } from '../registers/copy.ts';
import { papersAwaited } from '../../presets/papers-awaited.ts';
import { keptLines } from './kept-lines.ts';

/** No copies without the client's approval (複製の禁止と承認). */
export const copyApprovalDuty: Duty = {
  id: 'copy-approval',
  look: (contract, day) => ({
    kept: keptLines(contract, day, { register: copy, duty: 'copy-approval', steps: ['made'] }),
    waiting: papersAwaited(contract, copyApproval, day),
    broken: [],
    remarks: ['as-recorded-only'],
  }),
};
