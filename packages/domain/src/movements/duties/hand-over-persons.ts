import type { Duty } from '../../engine/standing.ts';
import { sending } from '../registers/sending.ts';
import { takeOut } from '../registers/take-out.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'hand-over-persons';

/** Only managers and handlers hand over and take over (授受の限定). */
export const handOverPersonsDuty: Duty = {
  id: duty,
  look: (contract, day) => ({
    kept: [
      ...keptLines(contract, day, { register: sending, duty, steps: ['sent', 'received'] }),
      ...keptLines(contract, day, {
        register: takeOut,
        duty,
        steps: ['handed-to-client'],
        counts: ({ values }) => values['sending'] === undefined,
      }),
    ],
    waiting: [],
    broken: [],
    remarks: ['as-recorded-only'],
  }),
};
