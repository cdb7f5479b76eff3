/**
 * A text as the template takes it: one line as it is, or lines, each a string or its pieces in
 * order.
 */
export type PrintText = string | readonly PrintLine[];

type PrintLine = string | readonly PrintPiece[];

/** A text, one that is not to be broken, or nothing (`''`), where a line may break. */
type PrintPiece = string | { readonly kept: string };

/** Letters a line is never broken between by itself: all but blanks, kana, kanji, wide signs. */
const unbreakable =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u{3000}-\u{303F}\u{FF00}-\u{FFEF}]+/gu;
const afterPunctuation = /(?<=[-/_.,:;=+&?@])(?=[^-/_.,:;=+&?@])/u;
const betweenPhrases = /(?<=[・、。，）」])(?![・、。，）」])|(?=[（「])(?<![（「])/u;
const edges = /^([（「]*)(.*?)([・、。，）」]*)$/su;
// A last line of one letter looks like a slip; small kana may not begin a line.
const lastLetters =
  /(?![ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々ゝゞヽヾ])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3}$/u;
const blanks = /([ \u{3000}]+)/u;
const halfWidth = /[\u{20}-\u{7E}\u{A0}\u{A5}\u{203E}\u{FF61}-\u{FFDC}\u{FFE8}-\u{FFEE}]/u;

/** Running text, with places to break only where a word is longer than a line. */
export const breakText = (text: string, lettersPerLine: number): PrintText =>
  linesOf(text, (line) => breakLine(line, lettersPerLine));

/**
 * The text of a cell, label or address: broken at its blanks, brackets and commas as long as what
 * stands between them fits on a line, since a name cut in two reads badly.
 */
export const breakPhrases = (text: string, lettersPerLine: number): PrintText =>
  linesOf(text, (line) => breakAtPhrases(line, lettersPerLine));

/** A key or fingerprint: fills every line to its end, since it has no words. */
export const breakCode = (text: string): PrintText =>
  linesOf(text, (line) => breakpointsBetween(Array.from(line)));

/** How many lines a text takes in a cell so wide, at least one; an estimate. */
export function linesTaken(text: string, lettersPerLine: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(lettersOf(line) / lettersPerLine)))
    .reduce((sum, lines) => sum + lines, 0);
}

function linesOf(text: string, breakOne: (line: string) => PrintLine): PrintText {
  const lines = text.split('\n').map(breakOne);
  const [only = ''] = lines;
  return lines.length === 1 && typeof only === 'string' ? only : lines;
}

function breakLine(line: string, lettersPerLine: number): PrintLine {
  const pieces: PrintPiece[] = [];
  let done = 0;
  for (const match of line.matchAll(unbreakable)) {
    const [word] = match;
    if (lettersOf(word) <= lettersPerLine) continue;
    pieces.push(line.slice(done, match.index), ...breakWord(word, lettersPerLine));
    done = match.index + word.length;
  }
  return pieces.length === 0 ? line : [...pieces, line.slice(done)];
}

/** After punctuation where that is enough, letter by letter where it is not. */
function breakWord(word: string, lettersPerLine: number): readonly PrintPiece[] {
  const parts = word
    .split(afterPunctuation)
    .flatMap((part) => (lettersOf(part) <= lettersPerLine ? [part] : Array.from(part)));
  return breakpointsBetween(parts);
}

function breakAtPhrases(line: string, lettersPerLine: number): PrintLine {
  if (lettersOf(line) <= lettersPerLine) return line;
  return line.split(blanks).flatMap((part, index): readonly PrintPiece[] => {
    if (index % 2 === 1) return [part];
    const phrases = part.split(betweenPhrases).map((phrase) => keep(phrase, lettersPerLine));
    return phrases.flatMap((phrase, at) => (at === 0 ? phrase : ['', ...phrase]));
  });
}

function keep(phrase: string, lettersPerLine: number): readonly PrintPiece[] {
  if (lettersOf(phrase) <= lettersPerLine) return keptInside(phrase);
  const pieces = breakLine(phrase, lettersPerLine);
  if (typeof pieces !== 'string') return pieces;
  const end = lastLetters.exec(phrase)?.[0];
  return end === undefined ? [phrase] : [phrase.slice(0, -end.length), { kept: end }];
}

/** Signs at the edges stay outside, so that they are still set by the rules for line ends. */
function keptInside(phrase: string): readonly PrintPiece[] {
  const [, before = '', inside = '', after = ''] = edges.exec(phrase) ?? [];
  return [before, ...(inside === '' ? [] : [{ kept: inside }]), after].filter(
    (each) => each !== '',
  );
}

const breakpointsBetween = (parts: readonly string[]): readonly PrintPiece[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : ['', part]));

/** The width of a text in half-width letters; kana and kanji count two. */
function lettersOf(text: string): number {
  return Array.from(text, (each): number => (halfWidth.test(each) ? 1 : 2)).reduce(
    (sum, width) => sum + width,
    0,
  );
}
