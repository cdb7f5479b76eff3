import type { Refusal } from '../../engine/refusal.ts';
import type { movementsCodes } from '../../refusals/movements.ts';
import {
  approvalOf,
  handler,
  lineOf,
  manager,
  otherWorker,
  paper,
  sendingOf,
  setUpContract,
  thingOf,
  unfiled,
} from '../sample.ts';

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const movementsMet = {
  'papers-outstanding': () => {
    const life = unfiled();
    life.takes('thing', 'received', thingOf('paper', 'P-1'), {});
    return life.refuses('take-out', 'permitted', lineOf([paper]));
  },
  'take-out-unapproved': () => setUpContract().refuses('take-out', 'permitted', lineOf([paper])),
  'carrier-not-filed': () =>
    setUpContract().refuses('take-out', 'permitted', { ...lineOf([paper]), carrier: otherWorker }),
  'return-before-take-out': () => {
    const life = setUpContract();
    life.takes('take-out-approval', 'granted', approvalOf([paper]));
    const about = { case: life.takes('take-out', 'permitted', lineOf([paper])).subject };
    life.on('2026-04-20 11:00').takes('take-out', 'taken', { protection: 'sealed' }, about);
    const back = { returner: handler, returnConfirmedBy: manager };
    return life.refuses('take-out', 'returned', back, { ...about, at: '2026-04-20 10:00' });
  },
  'register-mismatch': () => {
    const life = setUpContract();
    life.takes('sending', 'sent', sendingOf([paper]));
    const back = { returner: handler, returnConfirmedBy: manager };
    return life.refuses('take-out', 'returned', back, { case: 'take-out-1' });
  },
} as const satisfies Record<keyof typeof movementsCodes.refusals, () => Refusal>;
