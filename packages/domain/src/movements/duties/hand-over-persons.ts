import type { Day } from '@kanribo/kernel';
import { type Case, caseOn, stepOf, textOf } from '../../engine/case.ts';
import { type Contract, caseOf } from '../../engine/contract.ts';
import type { Duty } from '../../engine/standing.ts';
import type { RemarkCode } from '../../refusals/remarks.ts';
import { placeKind } from '../../things/questions.ts';
import { sending } from '../registers/sending.ts';
import { takeOut } from '../registers/take-out.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'hand-over-persons';

/**
 * Only managers and handlers hand over and take over (授受の限定). A name that somebody typed is no
 * officer of the client: what the client took over proves the duty where the register says who of
 * its people that was.
 */
export const handOverPersonsDuty: Duty = {
  id: duty,
  look: (contract, day) => {
    const lines = [
      ...keptLines(contract, day, { register: sending, duty, steps: ['sent', 'received'] }),
      ...keptLines(contract, day, {
        register: takeOut,
        duty,
        steps: ['handed-to-client'],
        counts: ({ values }) => values['sending'] === undefined,
      }),
    ];
    const unnamed = lines.filter((line) => isReceiverUnnamed(contract, line.case, day));
    const remarks: readonly RemarkCode[] = [
      ...(unnamed.length > 0 ? (['receiver-not-on-record'] as const) : []),
      'as-recorded-only',
    ];
    const kept = lines.filter((line) => !unnamed.includes(line));
    return { kept, waiting: [], broken: [], remarks };
  },
};

/** Whether the client took it over, and the register does not say who of its people on record. */
function isReceiverUnnamed(contract: Contract, line: string, day: Day): boolean {
  const known = caseOf(contract, line);
  const found = known && caseOn(known, day);
  if (found === undefined || !isTakenOver(found)) return false;
  const isClients = placeKind(contract, textOf(found.values, 'destination')) === 'client';
  return isClients && textOf(found.values, 'receiver') === null;
}

const isTakenOver = (line: Case) =>
  stepOf(line, 'received') !== undefined || stepOf(line, 'handed-to-client') !== undefined;
