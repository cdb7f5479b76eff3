import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { auditOfficerDuty } from './duties/audit-officer.ts';
import { changeFilingDuty } from './duties/change-filing.ts';
import { chiefOfficerDuty } from './duties/chief-officer.ts';
import { handlersListDuty } from './duties/handlers-list.ts';
import { managerDuty } from './duties/manager.ts';

/** Duties this area watches. */
export const organisationDuties = {
  'chief-officer': chiefOfficerDuty,
  'audit-officer': auditOfficerDuty,
  manager: managerDuty,
  'handlers-list': handlersListDuty,
  'change-filing': changeFilingDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
