import { kanaNumbers } from './kana-orders.ts';
import { digit, kanjiDigit, numberGlyphs, readGlyph, readNumeral } from './numerals.ts';

/** A way of numbering clauses; one level of one annex keeps to one of them. */
export type NumberingStyle =
  | 'article'
  | 'ordinal'
  | 'plain'
  | 'parenthesised'
  | 'circled'
  | 'kanji'
  | 'parenthesised-kanji'
  | 'gojuon'
  | 'iroha'
  | 'parenthesised-gojuon'
  | 'parenthesised-iroha'
  | 'latin'
  | 'parenthesised-latin'
  | 'roman';

/** What stands between a mark and its text; `enclosed` marks need nothing. */
type Separation = 'space' | 'point' | 'enclosed' | 'none';

/** A number at the beginning of a text, read in one way. */
export interface Marker {
  readonly style: NumberingStyle;
  readonly number: number;
  /** 2 for 第10条の2, else null. */
  readonly branch: number | null;
  /** The mark as it is cited, without brackets. */
  readonly mark: string;
  readonly separation: Separation;
  /** Where the text after it begins. */
  readonly end: number;
}

type Reader = (text: string) => readonly Marker[];

/** Every reading of the beginning of a text as a clause's number. The text begins without space. */
export function readMarkers(text: string): readonly Marker[] {
  const head = text.slice(0, longestMark);
  return readers.flatMap((read) => read(head));
}

/** Marks are shorter than this; so reading one takes the same time however long the line is. */
const longestMark = 40;
const space = '\\s{0,4}';
const branch = `(?:${space}の${space}(${digit}{1,2}|${kanjiDigit}{1,3}))?`;
const digits = `${digit}(?:${space}${digit}){0,2}`;
const articleShape = new RegExp(
  `^第${space}(${digits}|${kanjiDigit}{1,6})${space}条${branch}`,
  'u',
);
const ordinalShape = new RegExp(
  `^第${space}(${digits}|${kanjiDigit}{1,6})(?=[\\s.．、：:（(【［〔]|$)`,
  'u',
);
const plainShape = new RegExp(`^(${digit}{1,3})(?!${digit})`, 'u');
const parenthesisedShape = new RegExp(
  `^(?:[(（]\\s?(${digit}{1,3})\\s?[)）]|(${digit}{1,3})[)）])`,
  'u',
);
const kanjiShape = new RegExp(`^(${kanjiDigit}{1,4})(?=[\\s.．、]|$)`, 'u');
const parenthesisedKanjiShape = new RegExp(`^[(（]\\s?(${kanjiDigit}{1,4})\\s?[)）]`, 'u');
const kanaShape = /^([ア-ヺｱ-ﾝ])(?![ァ-ヿｦ-ﾟ])/u;
const parenthesisedKanaShape = /^(?:[(（]\s?([ア-ヺｱ-ﾝ])\s?[)）]|([ア-ヺｱ-ﾝ])[)）]|([㋐-㋾]))/u;
const latinShape = /^([a-zａ-ｚ])(?=[\s.．]|$)/u;
const parenthesisedLatinShape = /^(?:[(（]([a-zａ-ｚ])[)）]|([a-zａ-ｚ])[)）])/u;

const numbered =
  (style: NumberingStyle, shape: RegExp): Reader =>
  (text) => {
    const match = shape.exec(text);
    const written = match?.[1] ?? match?.[2];
    if (match === null || written === undefined) return [];
    const number = readNumeral(written);
    if (number === null) return [];
    return [marked({ style, number, branch: null, mark: String(number) }, text, match[0].length)];
  };

const article: Reader = (text) => {
  const match = articleShape.exec(text);
  const number = readNumeral(match?.[1] ?? '');
  if (match === null || number === null) return [];
  const [whole, , suffix] = match;
  const branch = suffix === undefined ? null : readNumeral(suffix);
  return [marked({ style: 'article', number, branch, mark: String(number) }, text, whole.length)];
};

const glyphed =
  (style: keyof typeof numberGlyphs): Reader =>
  (text) => {
    const [character = ''] = text;
    const number = readGlyph(character, numberGlyphs[style]);
    if (number === null) return [];
    const mark = style === 'circled' ? character : String(number);
    return [marked({ style, number, branch: null, mark }, text, character.length)];
  };

const kana =
  (shape: RegExp, gojuon: NumberingStyle, iroha: NumberingStyle): Reader =>
  (text) => {
    const match = shape.exec(text);
    const written = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || written === undefined) return [];
    const mark = written.normalize('NFKC');
    const numbers = kanaNumbers(mark);
    const read = (style: NumberingStyle, number: number | null) =>
      number === null ? [] : [marked({ style, number, branch: null, mark }, text, match[0].length)];
    return [...read(gojuon, numbers.gojuon), ...read(iroha, numbers.iroha)];
  };

const latin =
  (style: NumberingStyle, shape: RegExp): Reader =>
  (text) => {
    const match = shape.exec(text);
    const mark = (match?.[1] ?? match?.[2])?.normalize('NFKC');
    if (match === null || mark === undefined) return [];
    const number = mark.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
    return [marked({ style, number, branch: null, mark }, text, match[0].length)];
  };

const readers: readonly Reader[] = [
  article,
  numbered('ordinal', ordinalShape),
  numbered('plain', plainShape),
  glyphed('plain'),
  numbered('parenthesised', parenthesisedShape),
  glyphed('parenthesised'),
  glyphed('circled'),
  numbered('kanji', kanjiShape),
  numbered('parenthesised-kanji', parenthesisedKanjiShape),
  glyphed('parenthesised-kanji'),
  kana(kanaShape, 'gojuon', 'iroha'),
  kana(parenthesisedKanaShape, 'parenthesised-gojuon', 'parenthesised-iroha'),
  latin('latin', latinShape),
  latin('parenthesised-latin', parenthesisedLatinShape),
  glyphed('parenthesised-latin'),
  glyphed('roman'),
];

/** Styles whose marks are closed in themselves, so that the text may follow at once. */
const enclosedStyles: ReadonlySet<NumberingStyle> = new Set<NumberingStyle>([
  'parenthesised',
  'circled',
  'parenthesised-kanji',
  'parenthesised-gojuon',
  'parenthesised-iroha',
  'parenthesised-latin',
  'roman',
]);

function marked(marker: Omit<Marker, 'separation' | 'end'>, text: string, length: number): Marker {
  const after = text.slice(length);
  const point = /^[.．、](?![0-9０-９])/u.test(after) ? 1 : 0;
  const isEnclosed = enclosedStyles.has(marker.style);
  const consumed = isEnclosed ? 0 : point;
  const end = length + consumed;
  const rest = text.slice(end);
  const spaces = rest.length - rest.trimStart().length;
  const isApart = spaces > 0 || rest === '';
  const open: Separation = consumed > 0 ? 'point' : isApart ? 'space' : 'none';
  return { ...marker, separation: isEnclosed && !isApart ? 'enclosed' : open, end: end + spaces };
}
