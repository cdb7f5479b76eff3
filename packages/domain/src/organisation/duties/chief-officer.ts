import type { Duty } from '../../engine/standing.ts';
import { lookAtFormedOffice } from './office.ts';

/** Chief officer appointed and submitted (総括責任者の設置・届出). */
export const chiefOfficerDuty: Duty = {
  id: 'chief-officer',
  look: (contract, day) => lookAtFormedOffice(contract, 'chief-officer', day),
};
