import type { Duty } from '../../engine/standing.ts';
import { lookAtApproval } from './approved.ts';
import { lookAtLevel } from './nodes.ts';

/** Further subcontracts only with the client's own approval, at every depth (再々委託等の承認). */
export const resubcontractApprovalDuty: Duty = {
  id: 'resubcontract-approval',
  look: lookAtLevel('further', lookAtApproval),
};
