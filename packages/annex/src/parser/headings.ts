import { readMarkers } from './markers.ts';
import { joinLines } from './source-lines.ts';

/** A text with its line. */
export interface Row {
  readonly line: number;
  readonly text: string;
}

/** A heading in brackets that ends just above a line. */
export interface HeadingAbove {
  readonly heading: string;
  /** Index of its first line. */
  readonly from: number;
}

const opening = /^[（(【［〔〈＜]/u;
const closing = /[）)】］〕〉＞]$/u;
const bracket = /[（(【［〔〈＜）)】］〕〉＞]/gu;
const longestHeading = 60;
/** A heading in brackets may be broken over this many lines. */
const mostHeadingLines = 3;

/** The bracketed heading that ends on the line before `index`. */
export function headingAbove(rows: readonly Row[], index: number): HeadingAbove | null {
  if (!closing.test(rows[index - 1]?.text ?? '')) return null;
  for (let from = index - 1; from >= Math.max(0, index - mostHeadingLines); from -= 1) {
    if (!opening.test(rows[from]?.text ?? '')) continue;
    const heading = bracketed(joinLines(rows.slice(from, index).map(({ text }) => text)));
    return heading === null || continues(rows[from - 1]?.text) ? null : { heading, from };
  }
  return null;
}

/** A sentence that has not ended goes on in brackets. */
const continues = (previous: string | undefined): boolean =>
  previous !== undefined && /[、，のをがはにでと第]$/u.test(previous);

/** What a text that is nothing but one pair of brackets holds, where it can be a heading. */
function bracketed(text: string): string | null {
  if (text.length > longestHeading || text.includes('。')) return null;
  if (readMarkers(text).some(({ style }) => style.startsWith('parenthesised'))) return null;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(bracket)) {
    depth += opening.test(found) ? 1 : -1;
    if (depth === 0 && index < text.length - 1) return null;
  }
  return depth === 0 ? text.slice(1, -1).trim() : null;
}

/** Splits rows that begin with a bracketed heading; null where they do not. */
export function headingInFront(
  rows: readonly Row[],
): { readonly heading: string; readonly rows: readonly Row[] } | null {
  if (!opening.test(rows[0]?.text ?? '')) return null;
  let heading = '';
  for (const [index, { line, text }] of rows.slice(0, mostHeadingLines).entries()) {
    const end = endOfBrackets(heading + text.slice(0, longestHeading));
    if (end === null) {
      heading += text.slice(0, longestHeading);
      continue;
    }
    const inside = bracketed((heading + text).slice(0, end));
    if (inside === null || inside === '') return null;
    const rest = { line, text: text.slice(end - heading.length).trim() };
    const emptied = rows.slice(0, index).map((row) => ({ line: row.line, text: '' }));
    return { heading: inside, rows: [...emptied, rest, ...rows.slice(index + 1)] };
  }
  return null;
}

/** Just behind the bracket that closes the first one, or null. */
function endOfBrackets(text: string): number | null {
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(bracket)) {
    depth += opening.test(found) ? 1 : -1;
    if (depth === 0) return index + found.length;
  }
  return null;
}

/** Words that open a sentence of an annex: the parties, and what points to the annex itself. */
const sentenceOpening =
  /^(?:乙|甲|丙|丁|受託者|委託者|受注者|発注者|受託事業者|請負者|事業者|この|本|前|次|第)/u;
const bareHeading = /^[^。！？!?]{1,40}$/u;

/** Whether a text can be a heading without brackets. */
export function isBareHeading(text: string): boolean {
  if (!bareHeading.test(text) || /[、，をがはに]$/u.test(text)) return false;
  if (/^(?:乙|甲|受託者|委託者|受注者|発注者|この[^はが]{0,12})(?:は|が|の)/u.test(text))
    return false;
  return !/は、|を[^、]*(?:する|した)(?:とき|場合|もの)|しなければ|ならない|すること$/u.test(text);
}

/** A heading and the sentence behind it, where a space stands between them on one line. */
export function headingBeforeSentence(
  text: string,
): { readonly heading: string; readonly rest: string } | null {
  const match = /^(\S{2,30}?)[\s　]+(\S.*)$/su.exec(text.slice(0, 200));
  const [, heading = '', next = ''] = match ?? [];
  if (match === null || !isBareHeading(heading) || !sentenceOpening.test(next)) return null;
  return { heading, rest: text.slice(text.indexOf(next, heading.length)) };
}

/** Whether a text begins as sentences of an annex do. */
export const opensSentence = (text: string): boolean => sentenceOpening.test(text);
