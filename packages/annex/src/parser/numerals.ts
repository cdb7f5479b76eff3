/** Digits as annexes write them, of either width. */
export const digit = '[0-9０-９]';

/** Kanji numerals up to the hundreds. */
export const kanjiDigit = '[〇一二三四五六七八九十百]';

/** The largest number a clause may have. */
const largest = 999;

const units = '〇一二三四五六七八九';

/** What a numeral of digits or kanji says, from 1 to 999, or null. */
export function readNumeral(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '');
  const number = /^[0-9]+$/u.test(plain) ? Number(plain) : readKanji(plain);
  return number >= 1 && number <= largest ? number : null;
}

/** 二十三 and 二三 are both 23; 0 where it is no numeral. */
function readKanji(text: string): number {
  if (text === '') return 0;
  if (/^[〇一二三四五六七八九]+$/u.test(text)) {
    return Number(Array.from(text, (character) => units.indexOf(character)).join(''));
  }
  const shape =
    /^(?:([二三四五六七八九]?)(百))?(?:([二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/u;
  const match = shape.exec(text);
  if (match === null) return 0;
  const [, hundreds, hasHundred, tens, hasTen, ones] = match;
  const times = (count: string | undefined, has: string | undefined) =>
    has === undefined ? 0 : count ? units.indexOf(count) : 1;
  return times(hundreds, hasHundred) * 100 + times(tens, hasTen) * 10 + units.indexOf(ones || '〇');
}

interface Glyphs {
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

const circled: readonly Glyphs[] = [
  { from: 0x2460, to: 0x2473, first: 1 },
  { from: 0x3251, to: 0x325f, first: 21 },
  { from: 0x32b1, to: 0x32bf, first: 36 },
  { from: 0x2776, to: 0x277f, first: 1 },
  { from: 0x24eb, to: 0x24f4, first: 11 },
  { from: 0x24f5, to: 0x24fe, first: 1 },
];
const parenthesised: readonly Glyphs[] = [{ from: 0x2474, to: 0x2487, first: 1 }];
const pointed: readonly Glyphs[] = [{ from: 0x2488, to: 0x249b, first: 1 }];
const parenthesisedKanji: readonly Glyphs[] = [{ from: 0x3220, to: 0x3229, first: 1 }];
const roman: readonly Glyphs[] = [
  { from: 0x2160, to: 0x216b, first: 1 },
  { from: 0x2170, to: 0x217b, first: 1 },
];
const parenthesisedLatin: readonly Glyphs[] = [
  { from: 0x249c, to: 0x24b5, first: 1 },
  { from: 0x24d0, to: 0x24e9, first: 1 },
];

/** Numbers that are one character each, by how they look. */
export const numberGlyphs = {
  circled,
  parenthesised,
  plain: pointed,
  'parenthesised-kanji': parenthesisedKanji,
  roman,
  'parenthesised-latin': parenthesisedLatin,
} as const;

/** The number a single character stands for among these, or null. */
export function readGlyph(character: string, glyphs: readonly Glyphs[]): number | null {
  const code = character.codePointAt(0) ?? 0;
  const found = glyphs.find(({ from, to }) => code >= from && code <= to);
  return found === undefined ? null : code - found.from + found.first;
}
