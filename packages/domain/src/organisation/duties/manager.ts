import type { Duty } from '../../engine/standing.ts';
import { lookAtFormedOffice, unrightful } from './office.ts';

/**
 * Manager appointed and submitted (管理責任者の選任・届出). A manager who is no worker on a day on
 * which the client's permission does not hold, withdrawn or run out, is a breach.
 */
export const managerDuty: Duty = {
  id: 'manager',
  look: (contract, day) => {
    const look = lookAtFormedOffice(contract, 'manager', day);
    return { ...look, broken: [...look.broken, ...unrightful(contract, 'manager', day)] };
  },
};
