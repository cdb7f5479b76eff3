import { type Day, dayOf } from './day.ts';
import type { Moment } from './moment.ts';

/** A Japanese era (元号) and the first day of it. */
export interface Era {
  readonly name: '明治' | '大正' | '昭和' | '平成' | '令和';
  readonly letter: 'M' | 'T' | 'S' | 'H' | 'R';
  readonly firstDay: string;
}

/** The eras since Meiji, the latest first. A new era is a new row. */
export const eras: readonly Era[] = [
  { name: '令和', letter: 'R', firstDay: '2019-05-01' },
  { name: '平成', letter: 'H', firstDay: '1989-01-08' },
  { name: '昭和', letter: 'S', firstDay: '1926-12-25' },
  { name: '大正', letter: 'T', firstDay: '1912-07-30' },
  { name: '明治', letter: 'M', firstDay: '1868-01-25' },
];

/** The first day of the Gregorian calendar in Japan (明治6年1月1日); before it no era is written. */
const firstGregorianDay = '1873-01-01';

/** The year, month, day of the month of a day as numbers, with its era where it has one. */
interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly era: Era | undefined;
  /** Year of the era, from 1. */
  readonly eraYear: number;
}

/** The era a day is in; undefined before 1873, when Japan had another calendar. */
export function eraOf(day: Day): Era | undefined {
  if (day < firstGregorianDay) return undefined;
  return eras.find((era) => day >= era.firstDay);
}

/** The Gregorian year that is the first of an era. */
export const firstYearOf = (era: Era): number => Number(era.firstDay.slice(0, 4));

/** `令和8年11月23日`, the first year as 元年; days before 1873 as `1870年1月1日`. */
export function formatEra(day: Day): string {
  const { year, month, dayOfMonth, era, eraYear } = partsOf(day);
  const yearText = era === undefined ? `${year}年` : eraYearText(era, eraYear);
  return `${yearText}${month}月${dayOfMonth}日`;
}

/** `R8.11.23`, for narrow columns; days before 1873 as `1870.1.1`. */
export function formatEraShort(day: Day): string {
  const { year, month, dayOfMonth, era, eraYear } = partsOf(day);
  const yearText = era === undefined ? `${year}` : `${era.letter}${eraYear}`;
  return `${yearText}.${month}.${dayOfMonth}`;
}

/** `令和8年（2026年）11月23日`, as screens show days; days before 1873 as `1870年1月1日`. */
export function formatEraWithYear(day: Day): string {
  const { year, month, dayOfMonth, era, eraYear } = partsOf(day);
  const yearText = era === undefined ? `${year}年` : `${eraYearText(era, eraYear)}（${year}年）`;
  return `${yearText}${month}月${dayOfMonth}日`;
}

/** `令和8年11月23日 14時05分`, the Tokyo time of a moment to the minute. */
export function formatEraMoment(moment: Moment): string {
  const hour = (Number(moment.slice(11, 13)) + 9) % 24;
  return `${formatEra(dayOf(moment))} ${hour}時${moment.slice(14, 16)}分`;
}

const eraYearText = (era: Era, eraYear: number): string =>
  eraYear === 1 ? `${era.name}元年` : `${era.name}${eraYear}年`;

function partsOf(day: Day): DayParts {
  const year = Number(day.slice(0, 4));
  const era = eraOf(day);
  return {
    year,
    month: Number(day.slice(5, 7)),
    dayOfMonth: Number(day.slice(8)),
    era,
    eraYear: era === undefined ? year : year - firstYearOf(era) + 1,
  };
}
