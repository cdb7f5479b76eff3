import type { Duty } from '../../engine/standing.ts';
import { lookAtOffice } from './office.ts';

/** Audit officer appointed and submitted (監査責任者の選任・届出). */
export const auditOfficerDuty: Duty = {
  id: 'audit-officer',
  look: (contract, day) => lookAtOffice(contract, 'audit-officer', day),
};
