import { type CommandId, type Moment, momentOf, parseCommandId } from '@kanribo/kernel';
import type { Clock, Random } from '../ports.ts';

/** A clock that is set by hand. */
export class HandClock implements Clock {
  #epochMs: number;

  constructor(epochMs = Date.UTC(2026, 10, 23, 1)) {
    this.#epochMs = epochMs;
  }

  now(): Moment {
    return momentOf(this.#epochMs);
  }

  /** Goes on by so many milliseconds, or back where they are negative. */
  advance(milliseconds: number): void {
    this.#epochMs += milliseconds;
  }
}

/** Bytes that look random and are the same for the same seed. */
export function seededRandom(seed = 1): Random {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 255;
  };
  return { bytes: (count) => Uint8Array.from({ length: count }, next) };
}

/** The command id with this number. */
export function commandId(number: number): CommandId {
  const parsed = parseCommandId(number.toString(16).padStart(32, '0'));
  if (!parsed.ok) throw new RangeError(`no command id has the number ${number}`);
  return parsed.value;
}
