import type { Duty } from '../../engine/standing.ts';
import { lookAtLevel } from './nodes.ts';
import { lookAtSupervision } from './supervised.ts';

/** Subcontractors keep every duty of the main contract, and are supervised (再委託先の監督). */
export const subcontractSupervisionDuty: Duty = {
  id: 'subcontract-supervision',
  look: lookAtLevel('direct', lookAtSupervision),
};
