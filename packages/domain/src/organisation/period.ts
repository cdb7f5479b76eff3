import type { JsonObject } from '@kanribo/kernel';
import { textOf } from '../engine/case.ts';

/** Days from – until, both included; an open end is null. Days compare as text. */
export interface Period {
  readonly from: string;
  readonly until: string | null;
}

/** The period a case's `from` and `until` state. */
export function periodOf(values: JsonObject): Period {
  return { from: textOf(values, 'from') ?? '', until: textOf(values, 'until') };
}

/** Whether two periods have a day in common. */
export function overlap(one: Period, other: Period): boolean {
  const begins = one.until === null || other.from <= one.until;
  return begins && (other.until === null || one.from <= other.until);
}

/** Whether a period has a day at all. */
export function isReversed({ from, until }: Period): boolean {
  return until !== null && until < from;
}
