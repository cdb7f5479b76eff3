import { type Moment, momentOf } from '@kanribo/kernel';

/** Ten in the morning in Tokyo, a day after the last entry of every life of the domain. */
const began = Date.parse('2026-06-02T01:00:00.000Z');
const startedAt = Date.now();

/** The stand-in's clock: the same day whenever tests run, going on from there. */
export function fakeNow(): Moment {
  return momentOf(began + Date.now() - startedAt);
}

/** Tokyo's clock as lives are set by it. */
export const tokyoText = (now: string): string =>
  new Date(Date.parse(now) + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
