import holidayJp from '@holiday-jp/holiday_jp';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dueDay,
  holidayName,
  holidayYears,
  holidaysKnownOn,
  isBusinessDay,
  openingOn,
  rollForward,
} from './business-day.ts';
import { type Day, addDays, daysBetween, parseDay } from './day.ts';
import { KernelFault } from './kernel-fault.ts';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`not a day: ${text}`);
  return parsed.value;
};
const anyDay = fc.nat({ max: 40_000 }).map((days) => addDays(day('1960-01-01'), days));

test('KER-15: the years said to be known are those the data holds, none missing', () => {
  const years = new Set(Object.keys(holidayJp.holidays).map((text) => Number(text.slice(0, 4))));
  const expected = Array.from(
    { length: holidayYears.last - holidayYears.first + 1 },
    (_, index) => holidayYears.first + index,
  );
  expect([...years].sort()).toEqual(expected);
});

test('KER-15: holidays have their names, days without one have none', () => {
  expect(holidayName(day('2026-11-23'))).toBe('勤労感謝の日');
  expect(holidayName(day('2026-05-06'))).toContain('振替休日');
  expect(holidayName(day('2026-09-22'))).toBe('休日');
  expect(holidayName(day('2026-11-24'))).toBeUndefined();
});

test('KER-15: the national holidays of 2026 are those the Cabinet Office announced', () => {
  const announced = [
    '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06',
    '07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  ];
  const days = Array.from({ length: 365 }, (_, index) => addDays(day('2026-01-01'), index));
  expect(days.filter((someDay) => holidayName(someDay) !== undefined)).toEqual(
    announced
      .join(' ')
      .split(' ')
      .map((monthAndDay) => `2026-${monthAndDay}`),
  );
});

test.each([
  ['2026-11-20', 'open'],
  ['2026-11-21', 'closed'],
  ['2026-11-22', 'closed'],
  ['2026-11-23', 'closed'],
  ['2026-11-24', 'open'],
  ['2026-12-28', 'open'],
  ['2026-12-29', 'closed'],
  ['2026-12-31', 'closed'],
  ['2027-01-03', 'closed'],
  ['2027-01-04', 'open'],
])('KER-16: %s is %s', (text, opening) => {
  expect(openingOn(day(text))).toBe(opening);
  expect(isBusinessDay(day(text))).toBe(opening === 'open');
});

test.each([
  ['2050-12-28', 'open'],
  ['2051-01-02', 'closed'],
  ['2051-01-04', 'not-known'],
  ['2051-01-07', 'closed'],
  ['2051-11-23', 'not-known'],
  ['1969-12-26', 'not-known'],
])(
  'KER-16: outside the years of the holiday data %s is %s, never silently open',
  (text, opening) => {
    expect(openingOn(day(text))).toBe(opening);
    expect(isBusinessDay(day(text))).toBe(opening === 'open');
  },
);

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-21', '2026-11-24'],
  ['2026-12-29', '2027-01-04'],
  ['2026-05-02', '2026-05-07'],
  ['2027-12-29', '2028-01-04'],
])('KER-17: %s moves to %s', (from, to) => {
  expect(rollForward(day(from))).toEqual({ day: to, holidaysKnown: true });
});

test('KER-17: moving forward ends on the first day that is not closed', () => {
  fc.assert(
    fc.property(anyDay, (from) => {
      const rolled = rollForward(from);
      const skipped = Array.from({ length: daysBetween(from, rolled.day) }, (_, index) =>
        openingOn(addDays(from, index)),
      );
      expect(skipped.every((opening) => opening === 'closed')).toBe(true);
      expect(openingOn(rolled.day)).toBe(rolled.holidaysKnown ? 'open' : 'not-known');
      expect(rollForward(rolled.day)).toEqual(rolled);
    }),
  );
});

test('KER-17: past the holiday data a term says that holidays are not known', () => {
  expect(rollForward(day('2051-11-23'))).toEqual({ day: '2051-11-23', holidaysKnown: false });
  expect(rollForward(day('2050-12-31'))).toEqual({ day: '2051-01-04', holidaysKnown: false });
});

test.each([
  ['2026-06-01', 30, 'counted', true, '2026-06-30'],
  ['2026-06-01', 60, 'counted', true, '2026-07-30'],
  ['2026-06-01', 5, 'counted', true, '2026-06-05'],
  ['2026-06-02', 5, 'counted', true, '2026-06-08'],
  ['2026-10-24', 30, 'counted', false, '2026-11-22'],
  ['2026-10-24', 30, 'counted', true, '2026-11-24'],
  ['2026-11-30', 30, 'counted', true, '2027-01-04'],
  ['2026-06-01', 30, 'not-counted', true, '2026-07-01'],
  ['2026-06-01', 1, 'counted', true, '2026-06-01'],
  ['2026-06-01', 1, 'not-counted', true, '2026-06-02'],
] as const)(
  'KER-18: from %s, %i days, first day %s, moved %s: %s',
  (from, days, firstDay, roll, to) => {
    expect(dueDay({ from: day(from), days, firstDay, roll })).toEqual({
      day: to,
      holidaysKnown: true,
    });
  },
);

test('KER-18: a term of no, half or endless days is a fault', () => {
  for (const days of [0, -1, 1.5, Number.NaN, Infinity]) {
    expect(() =>
      dueDay({ from: day('2026-06-01'), days, firstDay: 'counted', roll: true }),
    ).toThrow(KernelFault);
  }
});

test('KER-18: without moving, the term is all days counted and no holiday is asked for', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 4000 }), (from, days) => {
      const counted = dueDay({ from, days, firstDay: 'counted', roll: false });
      expect(counted).toEqual({ day: addDays(from, days - 1), holidaysKnown: true });
      const moved = dueDay({ from, days, firstDay: 'counted', roll: true });
      expect(moved).toEqual(rollForward(counted.day));
    }),
  );
});

test('KER-15: only days of the known years have a name', () => {
  fc.assert(
    fc.property(anyDay, (someDay) => {
      fc.pre(holidayName(someDay) !== undefined);
      expect(holidaysKnownOn(someDay)).toBe(true);
    }),
  );
});
