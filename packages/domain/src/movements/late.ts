import type { DutyId } from '@kanribo/annex';
import { isRecordedLate } from '../contract/questions.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';

/**
 * A line of a register that was recorded later than we set ourselves (当社の定め): the annex names no
 * time, so it is marked and breaks nothing.
 */
export function recordedLate(attempt: Attempt, duty: DutyId): readonly DeviationFound[] {
  return isRecordedLate(attempt.contract, attempt) ? [{ code: 'recorded-late', duty }] : [];
}
