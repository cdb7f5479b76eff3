import type { Clock } from '@kanribo/application';
import {
  type Day,
  type Moment,
  addDays,
  dayOf,
  daysBetween,
  momentOf,
  openingOn,
  rollForward,
  weekdayOf,
} from '@kanribo/kernel';

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
    this.#epochMs = Math.max(this.#epochMs, this.#epochAt({ days, time }));
  }

  /** Moves on to a time of the day (Tokyo) it has come to. */
  moveToday(time: string): void {
    const then = Date.parse(`${this.today()}T${time}:00+09:00`);
    this.#epochMs = Math.max(this.#epochMs, then);
  }

  /** A time of day (Tokyo) so many days after the story began. */
  momentAt(when: { readonly days: number; readonly time: string }): Moment {
    return momentOf(this.#epochAt(when));
  }

  /** Goes on from a moment that was recorded before, so that nothing happens earlier than it. */
  notBefore(moment: Moment): void {
    this.#epochMs = Math.max(this.#epochMs, Date.parse(moment));
  }

  /** The day so many days after the story began. */
  dayAfter(days: number): Day {
    return addDays(this.#base, days);
  }

  /** How many days after the story began the next Friday before a working Monday is. */
  fridayFrom(days: number): number {
    const isOne = (ahead: number) =>
      weekdayOf(this.dayAfter(ahead)) === 5 && openingOn(this.dayAfter(ahead + 3)) !== 'closed';
    return [0, 7].flatMap((weeks) => week.map((ahead) => days + weeks + ahead)).find(isOne) ?? days;
  }

  /** How many days after the story began the next business day after so many days is. */
  businessDayAfter(days: number): number {
    const { day } = rollForward(this.dayAfter(days + 1));
    return daysBetween(this.#base, day);
  }

  /** The day the story has come to. */
  today(): Day {
    return dayOf(momentOf(this.#epochMs));
  }

  now(): Moment {
    this.#epochMs += 1;
    return momentOf(this.#epochMs);
  }

  #epochAt({ days, time }: { readonly days: number; readonly time: string }): number {
    return Date.parse(`${this.dayAfter(days)}T${time}:00+09:00`);
  }
}

const week = [0, 1, 2, 3, 4, 5, 6] as const;
