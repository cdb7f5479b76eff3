import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Day,
  addDays,
  dayOf,
  daysBetween,
  midnightAfter,
  parseDay,
  weekdayOf,
} from './day.ts';
import { KernelFault } from './kernel-fault.ts';
import { momentOf } from './moment.ts';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`not a day: ${text}`);
  return parsed.value;
};
const firstMs = Date.parse('0001-01-01T00:00:00Z');
const lastMs = Date.parse('9999-12-31T14:59:59.999Z');
const anyDay = fc
  .integer({ min: firstMs, max: lastMs })
  .map((epochMs) => day(new Date(epochMs).toISOString().slice(0, 10)));

test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
  'KER-10: %s is a day',
  (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: text });
  },
);

test.each([
  '2023-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '0000-01-01',
  '2026-1-1',
  '+12026-01-01',
  '2026-01-01\n',
  '２０２６-01-01',
  '2026/01/01',
])('KER-10: %j is not a day', (text) => {
  expect(parseDay(text)).toEqual({ ok: false, error: 'day-malformed' });
});

test.each([
  ['2026-11-22T14:59:59.999Z', '2026-11-22'],
  ['2026-11-22T15:00:00.000Z', '2026-11-23'],
  ['2024-02-28T15:00:00.000Z', '2024-02-29'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01'],
])('KER-11: at %s it is %s in Tokyo', (moment, expected) => {
  expect(dayOf(momentOf(Date.parse(moment)))).toBe(expected);
});

test('KER-11: the day of any moment since 1952 is the one Intl gives for Asia/Tokyo', () => {
  const tokyo = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });
  const since1952 = fc.integer({ min: Date.parse('1952-01-01T00:00:00Z'), max: lastMs });
  fc.assert(
    fc.property(since1952, (epochMs) => {
      expect(dayOf(momentOf(epochMs))).toBe(tokyo.format(epochMs));
    }),
  );
});

test('KER-11: a day ends with the moment that is the first of the next', () => {
  fc.assert(
    fc.property(anyDay, (someDay) => {
      fc.pre(someDay < '9999-12-31');
      const end = Date.parse(midnightAfter(someDay));
      expect(dayOf(momentOf(end - 1))).toBe(someDay);
      expect(dayOf(momentOf(end))).toBe(addDays(someDay, 1));
    }),
  );
});

test('KER-12: adding days and counting them are each other’s inverse', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
    }),
  );
});

test('KER-12: a count that is no integer or leaves the calendar is a fault', () => {
  const someDay = day('2026-11-23');
  for (const count of [0.5, Number.NaN, Infinity, 4e6, -8e5, 2 ** 53]) {
    expect(() => addDays(someDay, count)).toThrow(KernelFault);
  }
});

test('KER-12: 23 November 2026 is a Monday', () => {
  expect(weekdayOf(day('2026-11-23'))).toBe(1);
  expect(weekdayOf(day('2026-11-22'))).toBe(0);
});
