import type { Duty } from '../../engine/standing.ts';
import { lookAtFormedOffice, unrightful } from './office.ts';

/**
 * Audit officer appointed and submitted (監査責任者の選任・届出). One who has become a worker is a
 * breach from that day, unless the client's answer allows it.
 */
export const auditOfficerDuty: Duty = {
  id: 'audit-officer',
  look: (contract, day) => {
    const look = lookAtFormedOffice(contract, 'audit-officer', day);
    return { ...look, broken: [...look.broken, ...unrightful(contract, 'audit-officer', day)] };
  },
};
