import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, addDays, parseDay } from './day.ts';
import { formatEra, formatEraMoment, formatEraShort, formatEraWithYear } from './era.ts';
import { momentOf } from './moment.ts';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(`not a day: ${text}`);
  return parsed.value;
};

test.each([
  ['2026-11-23', '令和8年11月23日', 'R8.11.23', '令和8年（2026年）11月23日'],
  ['2019-05-01', '令和元年5月1日', 'R1.5.1', '令和元年（2019年）5月1日'],
  ['2019-04-30', '平成31年4月30日', 'H31.4.30', '平成31年（2019年）4月30日'],
  ['1989-01-08', '平成元年1月8日', 'H1.1.8', '平成元年（1989年）1月8日'],
  ['1989-01-07', '昭和64年1月7日', 'S64.1.7', '昭和64年（1989年）1月7日'],
  ['1926-12-25', '昭和元年12月25日', 'S1.12.25', '昭和元年（1926年）12月25日'],
  ['1926-12-24', '大正15年12月24日', 'T15.12.24', '大正15年（1926年）12月24日'],
  ['1912-07-30', '大正元年7月30日', 'T1.7.30', '大正元年（1912年）7月30日'],
  ['1912-07-29', '明治45年7月29日', 'M45.7.29', '明治45年（1912年）7月29日'],
  ['1873-01-01', '明治6年1月1日', 'M6.1.1', '明治6年（1873年）1月1日'],
  ['1872-12-31', '1872年12月31日', '1872.12.31', '1872年12月31日'],
])('KER-13: %s is %s, %s, %s', (text, long, short, both) => {
  expect(formatEra(day(text))).toBe(long);
  expect(formatEraShort(day(text))).toBe(short);
  expect(formatEraWithYear(day(text))).toBe(both);
});

test('KER-13: era and year of every day from 1873 to 2100 are those Intl gives', () => {
  const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const first = day('1873-01-01');
  const count = fc.integer({ min: 0, max: 83_000 });
  fc.assert(
    fc.property(count, (days) => {
      const someDay = addDays(first, days);
      expect(formatEra(someDay)).toBe(intl.format(new Date(someDay)));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2026-11-23T05:05:59.999Z', '令和8年11月23日 14時05分'],
  ['2026-11-22T15:00:00.000Z', '令和8年11月23日 0時00分'],
  ['2026-11-22T14:59:00.000Z', '令和8年11月22日 23時59分'],
  ['2019-04-30T15:00:00.000Z', '令和元年5月1日 0時00分'],
])('KER-13: %s is printed %s', (moment, text) => {
  expect(formatEraMoment(momentOf(Date.parse(moment)))).toBe(text);
});
