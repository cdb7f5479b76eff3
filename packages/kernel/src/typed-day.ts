import { type Day, parseDay } from './day.ts';
import { type Era, eraOf, eras, firstYearOf } from './era.ts';
import { type Result, err } from './result.ts';

/**
 * Why a typed day is not taken: it is written in no way we read, it is on no calendar (30
 * February), or its era and year do not belong together (平成32年, 令和8年（2025年）).
 */
export type TypedDayProblem = 'day-unreadable' | 'day-not-on-calendar' | 'day-not-in-era';

interface TypedParts {
  readonly era: Era | undefined;
  readonly year: number;
  readonly month: string;
  readonly dayOfMonth: string;
  /** The Gregorian year in brackets beside the era's, where it is written. */
  readonly yearBeside: string | undefined;
}

const longestText = 40;
const yearShape = String.raw`(?:(?<era>明治|大正|昭和|平成|令和|[MTSHR])(?<eraYear>元|\d{1,2})|(?<year>\d{4}))`;
const separated = new RegExp(
  String.raw`^${yearShape}(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})$`,
);
const spelled = new RegExp(
  String.raw`^${yearShape}年(?:\((?<beside>\d{4})年\))?(?<month>\d{1,2})月(?<day>\d{1,2})日$`,
);

/**
 * The day a clerk typed: `2026-11-23`, `2026/11/23`, `2026.11.23`, `2026年11月23日`,
 * `令和8年11月23日`, `令和8年（2026年）11月23日`, `R8.11.23`, `R8/11/23`, `R8-11-23`, with 元 for the
 * first year of an era, in half or full width, with or without spaces. Years have four digits or an
 * era: `26/11/23` is not guessed at.
 */
export function readTypedDay(text: string): Result<Day, TypedDayProblem> {
  if (text.length > longestText) return err('day-unreadable');
  const parts = readParts(plainForm(text));
  if (parts === undefined) return err('day-unreadable');
  const month = parts.month.padStart(2, '0');
  const year = String(parts.year).padStart(4, '0');
  const parsed = parseDay(`${year}-${month}-${parts.dayOfMonth.padStart(2, '0')}`);
  if (!parsed.ok) return err('day-not-on-calendar');
  return belongsTogether(parts, parsed.value) ? parsed : err('day-not-in-era');
}

/** NFKC in capital letters, every kind of hyphen as `-`, no spaces around marks and letters. */
const plainForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[‐‑‒–—―−ー]/gu, '-')
    .replaceAll(/\s*([^\d\s])\s*/gu, '$1')
    .trim();

function readParts(text: string): TypedParts | undefined {
  const groups = (separated.exec(text) ?? spelled.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const { era: eraText, eraYear: eraYearText, year, month = '', day = '', beside } = groups;
  const era = eras.find(({ name, letter }) => name === eraText || letter === eraText);
  const eraYear = eraYearText === '元' ? 1 : Number(eraYearText);
  return {
    era,
    year: era === undefined ? Number(year) : firstYearOf(era) + eraYear - 1,
    month,
    dayOfMonth: day,
    yearBeside: beside,
  };
}

function belongsTogether(parts: TypedParts, day: Day): boolean {
  const isInEra = parts.era === undefined || eraOf(day) === parts.era;
  return isInEra && (parts.yearBeside === undefined || Number(parts.yearBeside) === parts.year);
}
