import type { Duty } from '../../engine/standing.ts';
import { lookAtConfirmation } from './confirmed.ts';
import { lookAtLevel } from './nodes.ts';

/** The same, by the party that subcontracts further itself (再々委託先等の措置の確認). */
export const resubcontractConfirmationDuty: Duty = {
  id: 'resubcontract-confirmation',
  look: lookAtLevel('further', lookAtConfirmation),
};
