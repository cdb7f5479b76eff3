import type { AnnexItem, AnnexParagraph, AnnexSubitem, LineRange } from './annex-tree.ts';
import type { Row } from './headings.ts';
import type { NumberingStyle } from './markers.ts';
import { type Branch, type Level, divide } from './outline.ts';
import { joinLines } from './source-lines.ts';

const kanaStyles: readonly NumberingStyle[] = [
  'gojuon',
  'iroha',
  'parenthesised-gojuon',
  'parenthesised-iroha',
];
const listStyles: readonly NumberingStyle[] = [
  'parenthesised',
  'circled',
  'kanji',
  'parenthesised-kanji',
  'plain',
  'latin',
  'parenthesised-latin',
  'roman',
  ...kanaStyles,
];

/** What is known of the whole annex when an article is read. */
export interface ArticleManner {
  readonly usualWidth: number;
  /** What paragraphs from the second on are numbered in; null where they are not. */
  readonly paragraphStyle: NumberingStyle | null;
}

/** The paragraphs of an article, given its rows without number and heading. */
export function paragraphsOf(
  rows: readonly Row[],
  manner: ArticleManner,
): readonly AnnexParagraph[] {
  const level = paragraphLevel(rows, manner);
  if (level === null) return [paragraphOf(1, rows, manner)];
  const { lead, branches } = level;
  const numbered = branches.map((branch) => paragraphOf(branch.marker.number, branch.rows, manner));
  const isUnnumberedFirst = textOf(lead) !== '';
  return isUnnumberedFirst ? [paragraphOf(1, lead, manner), ...numbered] : numbered;
}

function paragraphLevel(
  rows: readonly Row[],
  { usualWidth, paragraphStyle }: ArticleManner,
): Level | null {
  if (paragraphStyle === null) return null;
  const styles = [paragraphStyle];
  const fromOne = divide(rows, { usualWidth, styles, after: 0 });
  if (fromOne !== null && fromOne.branches[0]?.marker.number === 1) {
    return textOf(fromOne.lead) === '' ? fromOne : paragraphsAround(rows, usualWidth, styles);
  }
  return divide(rows, { usualWidth, styles, after: 1 });
}

/** Below a first paragraph a list may count 1, 2, 3 in the style of the paragraphs. */
function paragraphsAround(
  rows: readonly Row[],
  usualWidth: number,
  styles: readonly NumberingStyle[],
): Level | null {
  const list = divide(rows, { usualWidth, styles, after: 0 });
  const last = list?.branches.at(-1);
  if (list === null || last === undefined) return null;
  const level = divide(last.rows, { usualWidth, styles, after: 1 });
  if (level === null || level.branches[0]?.marker.number !== 2) return null;
  const before = rows.length - last.rows.length + level.lead.length;
  return { ...level, lead: rows.slice(0, before) };
}

function paragraphOf(number: number, rows: readonly Row[], manner: ArticleManner): AnnexParagraph {
  const level = divide(rows, { ...manner, styles: listStyles, after: 0 });
  const lines = rangeOf(rows);
  if (level === null) return { number, text: textOf(rows), items: [], subitems: [], lines };
  const text = textOf(level.lead);
  if (kanaStyles.includes(level.style)) {
    return { number, text, items: [], subitems: level.branches.map(subitemOf), lines };
  }
  const items = level.branches.map((branch) => itemOf(branch, level.style, manner));
  return { number, text, items, subitems: [], lines };
}

function itemOf(branch: Branch, own: NumberingStyle, { usualWidth }: ArticleManner): AnnexItem {
  const { marker, rows } = branch;
  const styles = listStyles.filter((style) => style !== own);
  const level = divide(rows, { usualWidth, styles, after: 0 });
  return {
    number: marker.number,
    text: textOf(level?.lead ?? rows),
    subitems: level?.branches.map(subitemOf) ?? [],
    lines: rangeOf(rows),
  };
}

const subitemOf = ({ marker, rows }: Branch): AnnexSubitem => ({
  mark: marker.mark,
  text: textOf(rows),
  lines: rangeOf(rows),
});

const textOf = (rows: readonly Row[]): string => joinLines(rows.map(({ text }) => text));

/** The lines that rows stand on; rows are never none. */
export function rangeOf(rows: readonly Row[]): LineRange {
  return { from: rows[0]?.line ?? 0, to: rows.at(-1)?.line ?? 0 };
}
