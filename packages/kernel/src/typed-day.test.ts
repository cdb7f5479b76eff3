import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, addDays, parseDay } from './day.ts';
import { formatEra, formatEraShort, formatEraWithYear } from './era.ts';
import { readTypedDay } from './typed-day.ts';

const firstDay = (): Day => {
  const parsed = parseDay('1873-01-01');
  if (!parsed.ok) throw new Error('not a day');
  return parsed.value;
};
const dayWithEra = fc.nat({ max: 83_000 }).map((days) => addDays(firstDay(), days));

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0));

test.each([
  '2026-11-23',
  '2026/11/23',
  '2026.11.23',
  '2026年11月23日',
  '令和8年11月23日',
  '令和08年11月23日',
  '㋿8年11月23日',
  '令和8年（2026年）11月23日',
  '令和8年(2026年)11月23日',
  'R8.11.23',
  'r8.11.23',
  'R8/11/23',
  'R8-11-23',
  'R8年11月23日',
  '２０２６－１１－２３',
  '２０２６ー１１ー２３',
  'Ｒ８．１１．２３',
  '　令和　８年　１１月２３日　',
  ' 2026 / 11 / 23 ',
])('KER-14: %s is 2026-11-23', (text) => {
  expect(readTypedDay(text)).toEqual({ ok: true, value: '2026-11-23' });
});

test.each([
  ['令和元年5月1日', '2019-05-01'],
  ['R元.5.1', '2019-05-01'],
  ['R1.5.1', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['S64.1.7', '1989-01-07'],
  ['2026-1-2', '2026-01-02'],
])('KER-14: %s is %s', (text, expected) => {
  expect(readTypedDay(text)).toEqual({ ok: true, value: expected });
});

test.each([
  ['', 'day-unreadable'],
  ['26/11/23', 'day-unreadable'],
  ['8.11.23', 'day-unreadable'],
  ['2026-11/23', 'day-unreadable'],
  ['2026-1 1-23', 'day-unreadable'],
  ['20261123', 'day-unreadable'],
  ['2026年11月', 'day-unreadable'],
  ['2026-11-23T00:00', 'day-unreadable'],
  ['慶応3年1月1日', 'day-unreadable'],
  ['X8.11.23', 'day-unreadable'],
  ['2026-11-23'.padEnd(41), 'day-unreadable'],
  ['2026-02-30', 'day-not-on-calendar'],
  ['令和7年2月29日', 'day-not-on-calendar'],
  ['2026-00-01', 'day-not-on-calendar'],
  ['0000-01-01', 'day-not-on-calendar'],
  ['平成31年5月1日', 'day-not-in-era'],
  ['平成32年1月1日', 'day-not-in-era'],
  ['令和元年4月30日', 'day-not-in-era'],
  ['昭和64年1月8日', 'day-not-in-era'],
  ['令和0年5月1日', 'day-not-in-era'],
  ['明治5年12月31日', 'day-not-in-era'],
  ['令和8年（2025年）11月23日', 'day-not-in-era'],
])('KER-14: %j is refused as %s', (text, error) => {
  expect(readTypedDay(text)).toEqual({ ok: false, error });
});

test('KER-14: every way we print a day is read back, in half and full width', () => {
  fc.assert(
    fc.property(dayWithEra, (day) => {
      for (const format of [formatEra, formatEraShort, formatEraWithYear, String]) {
        expect(readTypedDay(format(day))).toEqual({ ok: true, value: day });
        expect(readTypedDay(fullWidth(format(day)))).toEqual({ ok: true, value: day });
      }
    }),
  );
});

test('KER-14: whatever is typed, it is a day that exists or a refusal', () => {
  const piece = fc.constantFrom('令和', '平成', 'R', 'h', '元', '8', '31', '2026', '年', '(', '（');
  const more = fc.constantFrom('月', '日', '-', '/', '.', '　', '１１', '30', '㋿', ')', 'ー');
  const typed = fc.array(fc.oneof(piece, more), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), (text) => {
      const read = readTypedDay(text);
      expect(read.ok ? parseDay(read.value) : read).toEqual(read);
    }),
    { numRuns: 2000 },
  );
});
