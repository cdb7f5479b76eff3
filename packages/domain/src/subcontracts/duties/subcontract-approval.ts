import type { Duty } from '../../engine/standing.ts';
import { lookAtApproval } from './approved.ts';
import { lookAtLevel } from './nodes.ts';

/** Subcontracts only with the client's approval (再委託の承認). */
export const subcontractApprovalDuty: Duty = {
  id: 'subcontract-approval',
  look: lookAtLevel('direct', lookAtApproval),
};
