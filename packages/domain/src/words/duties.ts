import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { consultationDuty } from './duties/consultation.ts';
import { retentionDuty } from './duties/retention.ts';

/** Duties this area watches. */
export const wordsDuties = {
  retention: retentionDuty,
  consultation: consultationDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
