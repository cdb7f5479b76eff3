import type { Duty } from '../../engine/standing.ts';
import { lookAtConfirmation } from './confirmed.ts';
import { lookAtLevel } from './nodes.ts';

/** Safety measures confirmed before the contract and submitted (再委託先の措置の確認). */
export const subcontractConfirmationDuty: Duty = {
  id: 'subcontract-confirmation',
  look: lookAtLevel('direct', lookAtConfirmation),
};
