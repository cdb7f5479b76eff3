import type { Duty } from '../../engine/standing.ts';
import { lookAtOffice } from './office.ts';

/** Manager appointed and submitted (管理責任者の選任・届出). */
export const managerDuty: Duty = {
  id: 'manager',
  look: (contract, day) => lookAtOffice(contract, 'manager', day),
};
