import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { clientTrainingDuty } from './duties/client-training.ts';

/** Duties this area watches. */
export const trainingDuties = {
  'client-training': clientTrainingDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
