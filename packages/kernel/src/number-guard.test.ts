import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { individualCheckDigit, isIndividualNumber } from './check-digit.ts';
import { findIndividualNumbers } from './number-guard.ts';

const foundIn = (text: string): readonly string[] =>
  findIndividualNumbers(text).map((found) => found.text);

// Every 12-digit number here is synthetic.
test.each([
  '123456789018',
  '1234 5678 9018',
  '1234-5678-9018',
  '1234.5678.9018',
  '1234・5678・9018',
  '1234、5678、9018',
  '1234，5678，9018',
  '1234ー5678ー9018',
  '1234－5678－9018',
  '1234−5678‐9018',
  '1234/5678/9018',
  '1234_5678_9018',
  '1234 - 5678 - 9018',
  '1234　5678　9018',
  '1234 5678-9018',
  '1234\t5678\n9018',
  '１２３４５６７８９０１８',
  '１２３４　５６７８　９０１８',
  '①②③④⑤⑥⑦⑧⑨0①⑧',
  '⑫34⑤⑥⑦⑧⑨0①⑧',
  '𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟖',
  '1 2 3 4 5 6 7 8 9 0 1 8',
  '1 2 3 4  5 6 7 8  9 0 1 8',
  '123-456-789-018',
  '123456 789018',
  '12345678 9018',
  '1234\u200b5678\u200b9018',
  '12345678\u00ad9018',
])('KER-21: %j is found whole', (text) => {
  expect(foundIn(text)).toEqual([text]);
  expect(foundIn(`番号は${text}です。`)).toEqual([text]);
  expect(foundIn(`(${text})`)).toEqual([text]);
});

test.each([
  ['a number after a date', '2026-11-23 1234-5678-9018', ['1234-5678-9018']],
  ['two numbers', '123456789018と983205673214', ['123456789018', '983205673214']],
  ['two numbers with a space', '123456789018 983205673214', ['123456789018', '983205673214']],
  ['a number and a count', '123456789018-1', ['123456789018']],
  ['letters on both sides', 'ID123456789018X', ['123456789018']],
  ['an emoji before', '😀123456789018', ['123456789018']],
])('KER-21: %s', (_name, text, numbers) => {
  expect(foundIn(text)).toEqual(numbers);
});

test('KER-21: places are those of the original text', () => {
  expect(findIndividualNumbers('㈱ｱ😀は１２３４-5678-9018。')).toEqual([
    { start: 5, end: 19, text: '１２３４-5678-9018' },
  ]);
});

test('KER-21: numbers that overlap are all found, so that a false alarm hides nothing', () => {
  const numbers = foundIn('1234-5678-9018-0001-2345').map((text) => text.replaceAll('-', ''));
  expect(numbers.every(isIndividualNumber)).toBe(true);
  const windows = ['123456789018', '567890180001', '901800012345'];
  expect(numbers).toEqual(windows.filter(isIndividualNumber));
});

test.each([
  ['a wrong check digit', '1234-5678-9017'],
  ['13 digits', '1234567890180'],
  ['13 digits ending in one', '0123456789018'],
  ['a long run', '123456789018'.repeat(5)],
  ['13 digits around a zero-width space', '123456789018\u200b0'],
  ['11 digits', '12345678901'],
  ['words between', '1234の5678の9018'],
  ['a colon between', '1234:5678:9018'],
  ['a long gap', '1234    5678    9018'],
  ['a date beside four digits', '1234-56-78 9018'],
  ['two kinds of separators', '123.456-789.018'],
  ['two kinds in one gap', '12345678.-9018'],
  ['other digits than NFKC knows', '一二三四五六七八九〇一八'],
])('KER-22: %s is no match', (_name, text) => {
  expect(foundIn(text)).toEqual([]);
});

const elevenDigits = fc.stringMatching(/^[0-9]{11}$/);
const number = elevenDigits.map((digits) => `${digits}${individualCheckDigit(digits) ?? ''}`);
const aside = fc.string({ unit: fc.constantFrom('あ', '管', 'A', '：', '😀', '(', '\n（') });
const separator = fc.constantFrom(' ', '　', '-', 'ー', '－', '.', '・', '、', '，', ' - ', '');
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 11 });

const spread = (digits: string, cutAt: readonly number[], between: string): string =>
  Array.from(digits, (digit, index) => (cutAt.includes(index) ? between : '') + digit).join('');
const wide = (text: string): string =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

test('KER-21: a number is found in any grouping, width and text around it', () => {
  const planted = fc.record({
    number,
    cuts,
    separator,
    isWide: fc.boolean(),
    before: aside,
    after: aside,
  });
  fc.assert(
    fc.property(planted, (parts) => {
      const written = spread(parts.number, parts.cuts, parts.separator);
      const text = parts.isWide ? wide(written) : written;
      expect(findIndividualNumbers(`${parts.before}あ${text}い${parts.after}`)).toContainEqual({
        start: parts.before.length + 1,
        end: parts.before.length + 1 + text.length,
        text,
      });
    }),
    { numRuns: 1000 },
  );
});

test('KER-22: whatever the text, a match is 12 digits that pass, at the place it names', () => {
  const piece = fc.constantFrom(
    '1',
    '2',
    '１',
    '②',
    '-',
    ' ',
    '・',
    '\u200b',
    'あ',
    '😀',
    '\ud800',
  );
  const digits = fc.stringMatching(/^[0-9]{1,13}$/);
  const text = fc.array(fc.oneof(piece, digits), { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (someText) => {
      for (const found of findIndividualNumbers(someText)) {
        expect(someText.slice(found.start, found.end)).toBe(found.text);
        const plain = found.text.normalize('NFKC').replaceAll(/[^0-9]/g, '');
        expect(isIndividualNumber(plain)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['digits', '1'.repeat(1_000_000)],
  ['single digits', '1 '.repeat(500_000)],
  ['groups of four', '1234-'.repeat(200_000)],
  ['groups of five', '12345-'.repeat(170_000)],
  ['spaces', `1${' '.repeat(1_000_000)}1`],
  ['marks', '1-.-'.repeat(250_000)],
  ['letters that grow', 'ﷺ'.repeat(200_000)],
])('KER-23: a million characters of %s take time in proportion', (_name, text) => {
  const started = performance.now();
  findIndividualNumbers(text);
  expect(performance.now() - started).toBeLessThan(10_000);
});
