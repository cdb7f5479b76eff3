import type { Duty } from '../../engine/standing.ts';
import { lookAtClauses } from './compared.ts';
import { lookAtLevel } from './nodes.ts';

/** Equal or stricter clauses in the subcontract (同等以上の規定). */
export const subcontractClausesDuty: Duty = {
  id: 'subcontract-clauses',
  look: lookAtLevel('direct', lookAtClauses),
};
