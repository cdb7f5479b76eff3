import { expect, test } from 'vitest';
import { parseDay } from '@kanribo/kernel';
import { monthsAfter } from './months.ts';

test('ORG-8: months end on the same number, or on the last day of a month that has none', () => {
  const found = (
    [
      ['2026-01-31', 1],
      ['2028-01-31', 1],
      ['2026-08-31', 1],
      ['2026-12-15', 1],
      ['2026-02-28', 12],
      ['2026-04-20', 120],
      ['9999-06-30', 12],
    ] as const
  ).map(([text, months]) => {
    const day = parseDay(text);
    return day.ok ? monthsAfter(day.value, months) : '';
  });
  expect(found).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-09-30',
    '2027-01-15',
    '2027-02-28',
    '2036-04-20',
    '9999-06-30',
  ]);
});
