import { type Fields, count } from '../engine/field.ts';
import type { StandingStatus } from '../engine/standing.ts';

/** The standings of a duty map, in the order a report counts them, with their Japanese titles. */
const statuses = {
  met: '履行済み',
  due: '期限内',
  'not-yet': '未到来',
  overdue: '期限超過',
  breached: '違反',
  'not-applicable': '該当なし',
  'not-watched': 'システム未確認',
} as const satisfies Record<StandingStatus, string>;

/**
 * The two readings of a duty map for one day: by what had happened by then as known now, and by
 * what was known at the end of that day.
 */
const readings = { happened: '当日までの事実', known: '当日に把握していた事実' } as const;

/** One of the two readings. */
export type Reading = keyof typeof readings;

/** A reading's count of duties of one standing, as the report's fields are called. */
export function countName(reading: Reading, status: StandingStatus): string {
  return `${reading}-${status}`;
}

const names = Object.entries(readings).flatMap(([reading, of]) =>
  Object.entries(statuses).map(([status, title]): readonly [string, string] => [
    `${reading}-${status}`,
    `${title}（${of}）`,
  ]),
);

/** The counts of both readings, by the names of their fields. */
export const countFields: Fields = Object.fromEntries(
  names.map(([name, label]) => [name, count(label, 0, 500)]),
);

/** The names of all counts. */
export const countNames: readonly string[] = names.map(([name]) => name);
