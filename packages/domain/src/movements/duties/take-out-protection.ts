import { textOf } from '../../engine/case.ts';
import { type Contract, caseOf } from '../../engine/contract.ts';
import type { Duty } from '../../engine/standing.ts';
import { takeOut } from '../registers/take-out.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'take-out-protection';

/**
 * What is taken out by hand is protected as when it is sent (持出し時の暗号化・封緘). It is a measure
 * taken when something leaves: there is nothing to wait for.
 */
export const takeOutProtectionDuty: Duty = {
  id: duty,
  look: (contract, day) => ({
    kept: keptLines(contract, day, {
      register: takeOut,
      duty,
      steps: ['taken'],
      counts: ({ values }) => isByHand(contract, textOf(values, 'sending')),
    }),
    waiting: [],
    broken: [],
  }),
};

function isByHand(contract: Contract, sending: string | null): boolean {
  return (
    sending === null || textOf(caseOf(contract, sending)?.values ?? {}, 'method') === 'in-person'
  );
}
