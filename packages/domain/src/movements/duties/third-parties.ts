import type { Duty } from '../../engine/standing.ts';
import { recipientWord } from '../approvals/recipient-word.ts';
import { sending } from '../registers/sending.ts';
import { takeOut } from '../registers/take-out.ts';
import { papersAwaited } from '../../presets/papers-awaited.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'third-parties';

/** Nothing is given to anybody the contract does not know (第三者提供の禁止). */
export const thirdPartiesDuty: Duty = {
  id: duty,
  look: (contract, day) => ({
    kept: [
      ...keptLines(contract, day, { register: sending, duty, steps: ['sent'] }),
      ...keptLines(contract, day, {
        register: takeOut,
        duty,
        steps: ['handed-to-client'],
        counts: ({ values }) => values['sending'] === undefined,
      }),
    ],
    waiting: papersAwaited(contract, recipientWord, day),
    broken: [],
    remarks: ['as-recorded-only'],
  }),
};
