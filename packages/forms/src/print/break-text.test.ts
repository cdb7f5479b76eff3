import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PrintText, breakCode, breakPhrases, breakText, linesTaken } from './break-text.ts';

const written = (text: PrintText): string =>
  typeof text === 'string'
    ? text
    : text
        .map((line) =>
          typeof line === 'string'
            ? line
            : line.map((piece) => (typeof piece === 'string' ? piece : piece.kept)).join(''),
        )
        .join('\n');

test('FRM-7: what fits on its line stays one string', () => {
  expect(breakPhrases('見本事務センター', 16)).toBe('見本事務センター');
  expect(breakText('verifier', 8)).toBe('verifier');
});

test('FRM-7: a cell is broken at its blanks, brackets and commas', () => {
  expect(breakPhrases('見本会社 第一課（派遣）', 10)).toEqual([
    [{ kept: '見本会社' }, ' ', { kept: '第一課' }, '', '（', { kept: '派遣' }, '）'],
  ]);
});

test('FRM-7: a phrase longer than its line keeps its last letters together', () => {
  expect(breakPhrases('管理責任者を兼ねる', 16)).toEqual([['管理責任者を', { kept: '兼ねる' }]]);
  expect(breakPhrases('データを持つサーバー', 12)).toEqual([['データを持つサーバー']]);
});

test('FRM-7: a word longer than its line is broken after punctuation, then anywhere', () => {
  expect(breakText('鍵 a-bc/defgh', 4)).toEqual([
    ['鍵 ', 'a-', '', 'bc/', '', 'd', '', 'e', '', 'f', '', 'g', '', 'h', ''],
  ]);
  expect(breakCode('ab\nc')).toEqual([['a', '', 'b'], ['c']]);
});

test('FRM-7: breaking never changes, loses or doubles a letter', () => {
  const unit = fc.constantFrom(
    'a',
    '-',
    '/',
    ' ',
    '　',
    '永',
    'あ',
    'ー',
    '、',
    '（',
    '）',
    '\n',
    '𠮷',
  );
  const texts = fc.string({ unit, maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, letters) => {
      expect(written(breakText(text, letters))).toBe(text);
      expect(written(breakPhrases(text, letters))).toBe(text);
      expect(written(breakCode(text))).toBe(text);
    }),
  );
});

test('FRM-6: the lines of a cell are counted by the width of their letters', () => {
  expect(linesTaken('', 10)).toBe(1);
  expect(linesTaken('永永永永永', 10)).toBe(1);
  expect(linesTaken('永永永永永a\nb', 10)).toBe(3);
});
