import type { Duty } from '../../engine/standing.ts';
import { lookAtFormedOffice } from './office.ts';

/** Audit officer appointed and submitted (監査責任者の選任・届出). */
export const auditOfficerDuty: Duty = {
  id: 'audit-officer',
  look: (contract, day) => lookAtFormedOffice(contract, 'audit-officer', day),
};
