/**
 * A text as the template takes it: one line as it is, or lines, each a string or pieces between
 * which a line may break.
 */
export type PrintText = string | readonly (string | readonly string[])[];

/** Letters a line is never broken between by itself: all but blanks, kana, kanji, wide signs. */
const unbreakable =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u{3000}-\u{303F}\u{FF00}-\u{FFEF}]+/gu;
const afterPunctuation = /(?<=[-/_.,:;=+&?@])(?=[^-/_.,:;=+&?@])/u;
const halfWidth = /[\u{20}-\u{7E}\u{A0}\u{A5}\u{203E}\u{FF61}-\u{FFDC}\u{FFE8}-\u{FFEE}]/u;

/** The lines of a text with places to break wherever a word is longer than a line. */
export function breakText(text: string, lettersPerLine: number): PrintText {
  const lines = text.split('\n').map((line) => breakLine(line, lettersPerLine));
  const [only = ''] = lines;
  return lines.length === 1 && typeof only === 'string' ? only : lines;
}

/** A key or fingerprint: fills every line to its end, since it has no words. */
export function breakCode(text: string): PrintText {
  return text.split('\n').map((line) => Array.from(line));
}

/** How many lines a text takes in a cell so wide, at least one; an estimate. */
export function linesTaken(text: string, lettersPerLine: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(lettersOf(line) / lettersPerLine)))
    .reduce((sum, lines) => sum + lines, 0);
}

function breakLine(line: string, lettersPerLine: number): string | readonly string[] {
  const pieces: string[] = [];
  let done = 0;
  for (const match of line.matchAll(unbreakable)) {
    const [word] = match;
    if (lettersOf(word) <= lettersPerLine) continue;
    const [first = '', ...others] = breakWord(word, lettersPerLine);
    const last = pieces.pop() ?? '';
    pieces.push(last + line.slice(done, match.index) + first, ...others);
    done = match.index + word.length;
  }
  if (pieces.length === 0) return line;
  const last = pieces.pop() ?? '';
  return [...pieces, last + line.slice(done)];
}

/** After punctuation where that is enough, letter by letter where it is not. */
function breakWord(word: string, lettersPerLine: number): readonly string[] {
  return word
    .split(afterPunctuation)
    .flatMap((part) => (lettersOf(part) <= lettersPerLine ? [part] : Array.from(part)));
}

/** The width of a text in half-width letters; kana and kanji count two. */
function lettersOf(text: string): number {
  return Array.from(text, (each): number => (halfWidth.test(each) ? 1 : 2)).reduce(
    (sum, width) => sum + width,
    0,
  );
}
