import holidayJp from '@holiday-jp/holiday_jp';
import { type Day, addDays, weekdayOf } from './day.ts';
import { KernelFault } from './kernel-fault.ts';

/**
 * The years whose national holidays (国民の祝日) are known: what `@holiday-jp/holiday_jp` 2.5.1
 * holds. The Cabinet Office announces a year's holidays in the February before; later years follow
 * the Act as it stands now, and their equinox days are computed.
 */
export const holidayYears = { first: 1970, last: 2050 } as const;

/**
 * Whether offices are open on a day (行政機関の休日に関する法律 article 1): `not-known` where only a
 * holiday could close it and its year is outside {@link holidayYears}.
 */
export type Opening = 'open' | 'closed' | 'not-known';

/** A day that a term was moved to, and whether all holidays on the way to it were known. */
export interface RolledDay {
  readonly day: Day;
  /**
   * False where the term ends on, or moves past, a weekday outside {@link holidayYears}: a holiday
   * may then move it further, so `day` is never later than the true one.
   */
  readonly holidaysKnown: boolean;
}

/** How a term runs. */
export interface Term {
  readonly from: Day;
  /** How many days, at least 1. */
  readonly days: number;
  /** Whether `from` is day 1 (as for leak reports, the day of knowing) or the day after it is. */
  readonly firstDay: 'counted' | 'not-counted';
  /** Whether a last day on which offices are closed moves to the next business day. */
  readonly roll: boolean;
}

const holidays: Readonly<Record<string, { readonly name: string }>> = holidayJp.holidays;

/** The Japanese name of the national holiday a day is; undefined when none is known for it. */
export function holidayName(day: Day): string | undefined {
  return holidays[day]?.name;
}

/** Whether the national holidays of a day's year are known. */
export function holidaysKnownOn(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return year >= holidayYears.first && year <= holidayYears.last;
}

/**
 * Saturdays, Sundays, national holidays and 29 December – 3 January are closed.
 */
export function openingOn(day: Day): Opening {
  if (isWeekend(day) || isYearEnd(day) || holidayName(day) !== undefined) return 'closed';
  return holidaysKnownOn(day) ? 'open' : 'not-known';
}

/** Whether a day is known to be a business day; false for a day whose holidays are not known. */
export function isBusinessDay(day: Day): boolean {
  return openingOn(day) === 'open';
}

/**
 * The day itself, or the next one that is not closed.
 * @throws {KernelFault} `day-out-of-range` after the year 9999.
 */
export function rollForward(day: Day): RolledDay {
  let rolled = day;
  while (openingOn(rolled) === 'closed') rolled = addDays(rolled, 1);
  return { day: rolled, holidaysKnown: holidaysKnownOn(rolled) };
}

/**
 * The last day of a term. With `firstDay: 'counted'` 30 days from 1 June end on 30 June; with
 * `roll` that day moves on to a business day, as in the rules on leak reports (番号法 29条の4).
 * @throws {KernelFault} `count-out-of-range` when `days` is not an integer of at least 1,
 * `day-out-of-range` after the year 9999.
 */
export function dueDay(term: Term): RolledDay {
  if (!Number.isSafeInteger(term.days) || term.days < 1) {
    throw new KernelFault('count-out-of-range', `a term of ${term.days} days`);
  }
  const last = addDays(term.from, term.firstDay === 'counted' ? term.days - 1 : term.days);
  return term.roll ? rollForward(last) : { day: last, holidaysKnown: true };
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

function isYearEnd(day: Day): boolean {
  const monthAndDay = day.slice(5);
  return monthAndDay >= '12-29' || monthAndDay <= '01-03';
}
