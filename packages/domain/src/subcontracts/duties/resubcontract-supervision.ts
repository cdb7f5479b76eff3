import type { Duty } from '../../engine/standing.ts';
import { lookAtClauses } from './compared.ts';
import { lookAtLevel, together } from './nodes.ts';
import { lookAtSupervision } from './supervised.ts';

/** The clauses and the supervision further down (再々委託等への準用). */
export const resubcontractSupervisionDuty: Duty = {
  id: 'resubcontract-supervision',
  look: lookAtLevel('further', (contract, node, day) =>
    together([lookAtClauses(contract, node, day), lookAtSupervision(contract, node, day)]),
  ),
};
