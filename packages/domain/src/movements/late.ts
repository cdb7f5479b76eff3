import type { DutyId } from '@kanribo/annex';
import { isRecordedLate } from '../contract/questions.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';

/** A line of a register that was recorded later than agreed. */
export function recordedLate(attempt: Attempt, duty: DutyId): readonly DeviationFound[] {
  return isRecordedLate(attempt.contract, attempt) ? [{ code: 'recorded-late', duty }] : [];
}
