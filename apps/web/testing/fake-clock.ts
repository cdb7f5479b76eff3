import { type Moment, momentOf } from '@kanribo/kernel';

/** Ten in the morning in Tokyo, a day after the last entry of every life of the domain. */
const began = Date.parse('2026-06-02T01:00:00.000Z');
const startedAt = Date.now();

/** The stand-in's clock: the same day whenever tests run, going on from there. */
export function fakeNow(): Moment {
  return momentOf(began + Date.now() - startedAt);
}
