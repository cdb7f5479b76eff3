import {
  type Day,
  type Moment,
  dayOf,
  daysBetween,
  formatEraWithYear,
  parseDay,
} from '@kanribo/kernel';
import manifest from '../package.json' with { type: 'json' };

/** Half a year: what others made is brought up to date twice a year at least. */
const longestDays = 184;

/** How old the components are that this release stands on. */
export interface ComponentsAge {
  /** The day on which they were last brought up to date. */
  readonly asOf: Day;
  readonly days: number;
}

/**
 * The age of the components at a moment.
 * @throws {RangeError} where the manifest names no day.
 */
export function componentsAge(now: Moment): ComponentsAge {
  const asOf = parseDay(manifest.componentsAsOf);
  if (!asOf.ok) throw new RangeError('componentsAsOf is no day');
  return { asOf: asOf.value, days: daysBetween(asOf.value, dayOf(now)) };
}

/** A line about it, which says from half a year on what to do. */
export function componentsText({ asOf, days }: ComponentsAge): string {
  const told = `${formatEraWithYear(asOf)}の時点のもの（${days}日前）`;
  if (days <= longestDays) return told;
  return `${told}。半年を過ぎました。新しい版を入手して入れ替えてください。入れ替えるまで使い続けてよいかは、SECURITY.md の「Weak components」に従って判断してください。`;
}
