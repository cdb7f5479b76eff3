import { casesOn } from '../../engine/contract.ts';
import { stepOf } from '../../engine/case.ts';
import type { Duty } from '../../engine/standing.ts';
import { papersAwaited } from './approved.ts';

/** No take-out without the client's approval (持出しの禁止と承認). */
export const takeOutApprovalDuty: Duty = {
  id: 'take-out-approval',
  look: (contract, day) => ({
    kept: [...casesOn(contract, 'take-out', day)].flatMap((line) => {
      const taken = stepOf(line, 'taken');
      return taken === undefined ? [] : [{ case: line.id, proof: taken.sequence }];
    }),
    waiting: papersAwaited(contract, 'take-out-approval', day),
    broken: [],
  }),
};
