import type { Day } from '@kanribo/kernel';
import { dayValue, hasDeviated } from '../../contract/questions.ts';
import type { Case } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty } from '../../engine/standing.ts';
import { use } from '../registers/use.ts';
import { keptLines } from './kept-lines.ts';

/** The use of paper files stands in a register, each until it is back (利用管理簿). */
export const useRegisterDuty: Duty = {
  id: 'use-register',
  look: (contract, day) => {
    const { open } = linesOn(contract, use, day);
    return {
      kept: keptLines(contract, day, { register: use, duty: 'use-register', steps: ['returned'] }),
      waiting: open.map((line) => ({
        case: line.id,
        dueOn: dayValue(line, 'plannedReturnOn') ?? day,
        house: true,
        proof: line.steps[0].sequence,
      })),
      broken: [],
      remarks: open.some(({ values }) => values['plannedReturnOn'] === undefined)
        ? ['return-not-planned']
        : [],
    };
  },
};

function readingOf(duty: 'paper-readers' | 'paper-range'): Duty {
  return {
    id: duty,
    look: (contract, day) => ({
      kept: keptLines(contract, day, {
        register: use,
        duty,
        steps: ['used'],
        counts: (line) => duty === 'paper-readers' || !isByNonHandler(contract, line, day),
      }),
      waiting: [],
      broken: [],
      remarks: ['as-recorded-only'],
    }),
  };
}

/** Only handlers have a range: what somebody else read proves nothing of it. */
function isByNonHandler(contract: Contract, { id }: Case, day: Day): boolean {
  return hasDeviated(contract, { of: id, duty: 'paper-readers' }, day);
}

/** Paper is read by handlers only (文書の閲覧者の限定). */
export const paperReadersDuty = readingOf('paper-readers');

/** Nobody reads beyond the range set for them (定められた範囲). */
export const paperRangeDuty = readingOf('paper-range');
