import type { Refusal } from '../../engine/refusal.ts';
import type { movementsCodes } from '../../refusals/movements.ts';
import {
  copyOf,
  handler,
  lineOf,
  manager,
  otherWorker,
  paper,
  sendingOf,
  setUpContract,
  takenOut,
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
  'copy-unapproved': () => setUpContract().refuses('copy', 'permitted', copyOf([paper])),
  'purpose-not-of-contract': () => {
    const { use: _, ...aimless } = lineOf([paper]);
    return setUpContract().refuses('take-out', 'permitted', aimless);
  },
  'recipient-not-allowed': () => {
    const life = setUpContract();
    const { subject } = life.takes('place', 'recorded', { name: '勤務先', kind: 'other' });
    return life.refuses('take-out', 'permitted', { ...lineOf([paper]), destination: subject });
  },
  'tracking-number-misread': () =>
    setUpContract().refuses(
      'sending',
      'sent',
      sendingOf([paper], { trackingNumber: '12345678904' }),
    ),
  'destination-not-kept-at': () => {
    const stored = { custodian: handler, returnConfirmedBy: manager };
    return takenOut().refuses('take-out', 'stored', stored, { case: 'take-out-1' });
  },
  'receipt-awaited': () => {
    const life = setUpContract();
    life.takes('sending', 'sent', sendingOf([paper]));
    const receipt = `sha256:${'e'.repeat(64)}`;
    return life.refuses('sending', 'posted', { receipt }, { case: 'sending-1' });
  },
  'register-mismatch': () => {
    const life = setUpContract();
    life.takes('sending', 'sent', sendingOf([paper]));
    const back = { returner: handler, returnConfirmedBy: manager };
    return life.refuses('take-out', 'returned', back, { case: 'take-out-1' });
  },
} as const satisfies Record<keyof typeof movementsCodes.refusals, () => Refusal>;
