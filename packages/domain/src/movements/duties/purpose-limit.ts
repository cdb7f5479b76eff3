import type { Duty } from '../../engine/standing.ts';
import { purposesOn } from '../../things/questions.ts';
import { copy } from '../registers/copy.ts';
import { sending } from '../registers/sending.ts';
import { takeOut } from '../registers/take-out.ts';
import { use } from '../registers/use.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'purpose-limit';
const registers = [
  { register: takeOut, steps: ['taken'] },
  { register: sending, steps: ['sent'] },
  { register: use, steps: ['used'] },
  { register: copy, steps: ['made'] },
] as const;

/** Used for the purposes of the contract only (目的外利用の禁止): what named one keeps it. */
export const purposeLimitDuty: Duty = {
  id: duty,
  look: (contract, day) => {
    const declared = purposesOn(contract, day);
    const isNamed = ({ values }: { readonly values: object }) => 'use' in values;
    return {
      kept: registers.flatMap((kept) =>
        keptLines(contract, day, { ...kept, duty, counts: isNamed }),
      ),
      waiting: [],
      broken: [],
      remarks: [
        ...(declared.length === 0 ? (['purposes-undeclared'] as const) : []),
        'as-recorded-only',
      ],
    };
  },
};
