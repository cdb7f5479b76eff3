import { textOf } from '../../engine/case.ts';
import { casesOn } from '../../engine/contract.ts';
import type { Duty } from '../../engine/standing.ts';
import { papersAwaited } from './approved.ts';

/** No copies without the client's approval (複製の禁止と承認). */
export const copyApprovalDuty: Duty = {
  id: 'copy-approval',
  look: (contract, day) => ({
    kept: [...casesOn(contract, 'thing', day)]
      .filter(({ values }) => textOf(values, 'copyOf') !== null)
      .map(({ id, steps }) => ({ case: id, proof: steps[0].sequence })),
    waiting: papersAwaited(contract, 'copy-approval', day),
    broken: [],
  }),
};
