import type { Clock } from '@kanribo/application';
import { type Day, type Moment, addDays, dayOf, momentOf } from '@kanribo/kernel';

/** The clock of the demo's story: it stands where the story has come to, and ticks by itself. */
export class StoryClock implements Clock {
  readonly #base: Day;
  #epochMs: number;

  constructor(base: Day) {
    this.#base = base;
    this.#epochMs = Date.parse(`${base}T09:00:00+09:00`);
  }

  /** Moves to a time of day (Tokyo) so many days after the story began. */
  moveTo(days: number, time: string): void {
    const moment = Date.parse(`${this.dayAfter(days)}T${time}:00+09:00`);
    if (moment > this.#epochMs) this.#epochMs = moment;
  }

  /** Goes on from a moment that was recorded before, so that nothing happens earlier than it. */
  notBefore(moment: Moment): void {
    this.#epochMs = Math.max(this.#epochMs, Date.parse(moment));
  }

  /** The day so many days after the story began. */
  dayAfter(days: number): Day {
    return addDays(this.#base, days);
  }

  /** The day the story has come to. */
  today(): Day {
    return dayOf(momentOf(this.#epochMs));
  }

  now(): Moment {
    this.#epochMs += 1;
    return momentOf(this.#epochMs);
  }
}
