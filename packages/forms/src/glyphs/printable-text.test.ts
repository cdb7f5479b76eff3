import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOfFonts } from '../fonts/coverage.ts';
import { geta, printableText } from './printable-text.ts';

const coverage = coverageOfFonts();
const printed = (text: string): string => printableText(text, coverage).text;
const replaced = (text: string): readonly string[] =>
  printableText(text, coverage).replacements.map(({ character }) => character);

test('FRM-14: one 〓 stands for each uncovered character together with its marks', () => {
  expect(printed('山😀川')).toBe('山〓川');
  expect(printed('\u{20000}\u{20000}')).toBe('〓〓');
  expect(printed('x\u0347\u0332y')).toBe('〓y');
  expect(replaced('山😀川😀')).toEqual(['😀', '😀']);
});

test('FRM-14: half a surrogate pair is a character no font covers', () => {
  expect(printed('a\uD842b')).toBe('a〓b');
});

test('FRM-13: ordinary and rarer characters of names stay as they are', () => {
  const names = '𠮷田 髙橋 﨑子 渡邉 ㈱ ① ｱｲｳ ＡＢＣ é ー〜―…\u{FA19}';
  expect(printableText(names, coverage)).toEqual({ text: names, replacements: [] });
});

test('FRM-16: a variant the fonts have is kept', () => {
  const text = '葛\u{E0100}城市 辻\u{E0101}';
  expect(printableText(text, coverage)).toEqual({ text, replacements: [] });
});

test('FRM-16: a variant they lack is printed in its plain form and reported', () => {
  expect(printableText('永\u{E01EF}田', coverage)).toEqual({
    text: '永田',
    replacements: [{ character: '永\u{E01EF}', printedAs: '永' }],
  });
  expect(printed('\u{20000}\u{E0100}')).toBe(geta);
});

test('FRM-16: marks are composed where only that can be printed, compatible signs are kept', () => {
  expect(printed('カ\u3099')).toMatch(/^(カ\u3099|ガ)$/u);
  expect(printed('a\u0323')).toBe('ạ');
  expect(printed('\uF95A')).toBe(geta);
});

test('FRM-17: characters that are invisible or turn the direction are left out', () => {
  expect(printed('山\u202E田\u2066\u200B\uFEFF\u00AD太\u0007郎\u0000')).toBe('山田太郎');
  expect(printed('☎\uFE0F')).toBe(printed('☎'));
});

test('FRM-17: each kind of line end is one line feed, a tab a space', () => {
  expect(printed('a\r\nb\rc\u2028d\u0085e\tf')).toBe('a\nb\nc\nd\ne f');
});

test('FRM-14: whatever is given, what is printed is covered, and done twice changes nothing', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(texts, (text) => {
      const once = printed(text);
      expect(printableText(once, coverage)).toEqual({ text: once, replacements: [] });
    }),
  );
});
