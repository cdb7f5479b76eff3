import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { complianceReportDuty } from './duties/compliance-report.ts';

/** Duties this area watches. */
export const inspectionsDuties = {
  'compliance-report': complianceReportDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
