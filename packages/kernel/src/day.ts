import type { Branded } from './ids.ts';
import { KernelFault } from './kernel-fault.ts';
import { type Moment, momentOf } from './moment.ts';
import { type Result, err, ok } from './result.ts';

/** A calendar day in Tokyo, `2026-11-23`, years 0001–9999. Compares as text. */
export type Day = Branded<'Day'>;

const shape = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isDay = (text: string): text is Day =>
  shape.test(text) &&
  isOnCalendar(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));

function isOnCalendar(year: number, month: number, dayOfMonth: number): boolean {
  return year >= 1 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return monthLengths[month - 1] ?? 0;
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeapYear ? 29 : 28;
}

/** Strict: exactly the shape above and a day that exists in the Gregorian calendar. */
export function parseDay(text: string): Result<Day, 'day-malformed'> {
  return isDay(text) ? ok(text) : err('day-malformed');
}

/**
 * The day it is in Tokyo at a moment: UTC+9 without summer time, as in force since 1952.
 * @throws {KernelFault} `day-out-of-range` in the last nine hours of the year 9999.
 */
export function dayOf(moment: Moment): Day {
  const utcDay = checkedDay(moment.slice(0, 10));
  return moment.slice(11, 13) < '15' ? utcDay : addDays(utcDay, 1);
}

/**
 * The day `count` days later, or earlier where it is negative.
 * @throws {KernelFault} `count-out-of-range` when it is not an integer, `day-out-of-range` outside
 * the years 0001–9999.
 */
export function addDays(day: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new KernelFault('count-out-of-range', `${count} days`);
  const date = new Date(Date.parse(day) + count * dayMs);
  if (Number.isNaN(date.getTime())) throw new KernelFault('day-out-of-range', `${day} + ${count}`);
  return checkedDay(date.toISOString().slice(0, -14));
}

/** How many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** The Tokyo midnight that ends a day: the first moment that is no longer in it. */
export function midnightAfter(day: Day): Moment {
  return momentOf(Date.parse(`${day}T15:00:00.000Z`));
}

function checkedDay(text: string): Day {
  if (!isDay(text)) throw new KernelFault('day-out-of-range', text);
  return text;
}
