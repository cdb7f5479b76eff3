import { type Result, err, ok } from './result.ts';
import type { Branded } from './ids.ts';

/** A point in time, UTC with milliseconds: `2026-11-23T01:02:03.004Z`. Compares as text. */
export type Moment = Branded<'Moment'>;

const shape =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isMoment = (text: string): text is Moment => {
  if (!shape.test(text)) return false;
  // Every month has these days; only for later ones does a calendar have to be asked.
  if (text.slice(8, 10) <= '28') return true;
  const epochMs = Date.parse(text);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString() === text;
};

/** Strict: exactly the shape above and a date that exists. */
export function parseMoment(text: string): Result<Moment, 'moment-malformed'> {
  return isMoment(text) ? ok(text) : err('moment-malformed');
}

/**
 * The moment so many milliseconds after 1970-01-01T00:00:00Z.
 * @throws {RangeError} outside the years 0000–9999.
 */
export function momentOf(epochMs: number): Moment {
  const text = new Date(epochMs).toISOString();
  if (!isMoment(text)) throw new RangeError(`not a moment this calendar writes: ${text}`);
  return text;
}
