import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { basicPolicyDuty } from './duties/basic-policy.ts';
import { auditOfficerDuty } from './duties/audit-officer.ts';
import { changeFilingDuty } from './duties/change-filing.ts';
import { chiefOfficerDuty } from './duties/chief-officer.ts';
import { departmentsDuty } from './duties/departments.ts';
import { handlerRangeDuty } from './duties/handler-range.ts';
import { handlersListDuty } from './duties/handlers-list.ts';
import { handlingRulesDuty } from './duties/handling-rules.ts';
import { managerDuty } from './duties/manager.ts';
import { secrecyDuty } from './duties/secrecy.ts';

/** Duties this area watches. */
export const organisationDuties = {
  'basic-policy': basicPolicyDuty,
  'handling-rules': handlingRulesDuty,
  'chief-officer': chiefOfficerDuty,
  'audit-officer': auditOfficerDuty,
  manager: managerDuty,
  'handlers-list': handlersListDuty,
  'handler-range': handlerRangeDuty,
  'change-filing': changeFilingDuty,
  departments: departmentsDuty,
  secrecy: secrecyDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
