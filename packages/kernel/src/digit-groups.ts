/** What stands between two groups of digits; `mixed` is more than one kind besides spaces. */
type Separator = 'space' | 'hyphen' | 'dot' | 'comma' | 'slash' | 'bar' | 'mixed';

/** Digits that stand together in a text, as NFKC reads them. */
export interface DigitGroup {
  /** ASCII digits. */
  readonly digits: string;
  /** Where the group begins and ends (exclusive) in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What joins the group to the one before it; undefined where anything else stands between. */
  readonly joinedBy: Separator | undefined;
}

/** A text after NFKC and where each of its UTF-16 code units came from in the original. */
interface PlainText {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const longestSeparator = 3;
const invisible = /[\p{Cf}\p{M}]/gu;
const kinds: readonly (readonly [Separator, RegExp])[] = [
  ['hyphen', /^[-‐‒–—―−⁃ー─━]+$/u],
  ['dot', /^[.。・·•‧∙]+$/u],
  ['comma', /^[,、]+$/u],
  ['slash', /^[/⁄∕]+$/u],
  ['bar', /^[|_]+$/u],
];

/**
 * The groups of digits of a text in order. Characters are read one by one as NFKC reads them (full
 * width, circled, raised digits); characters that cannot be seen, like a zero-width space, do not
 * divide a group. Takes time in proportion to the length of the text.
 */
export function digitGroups(text: string): readonly DigitGroup[] {
  const { plain, starts, ends } = plainText(text);
  let endOfLast = 0;
  return Array.from(plain.matchAll(/[0-9]+/g), ({ 0: digits, index }) => {
    const joinedBy = separatorOf(plain.slice(endOfLast, index));
    endOfLast = index + digits.length;
    return { digits, start: starts[index] ?? 0, end: ends[endOfLast - 1] ?? 0, joinedBy };
  });
}

function plainText(text: string): PlainText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const part = plainCharacter(character);
    parts.push(part);
    for (let count = 0; count < part.length; count += 1) {
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return { plain: parts.join(''), starts, ends };
}

const plainCharacter = (character: string): string =>
  character <= '\u007f' ? character : character.normalize('NFKC').replaceAll(invisible, '');

function separatorOf(between: string): Separator | undefined {
  if (between.length === 0 || between.length > longestSeparator) return undefined;
  const marks = between.replaceAll(/\s/gu, '');
  if (marks === '') return 'space';
  const kind = kinds.find(([, shape]) => shape.test(marks))?.[0];
  if (kind !== undefined) return kind;
  return Array.from(marks).every((mark) => kinds.some(([, shape]) => shape.test(mark)))
    ? 'mixed'
    : undefined;
}
