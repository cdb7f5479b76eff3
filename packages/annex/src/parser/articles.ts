import { type Link, bestChain } from './chain.ts';
import { candidatesIn } from './evidence.ts';
import { type HeadingAbove, type Row, headingAbove, isBareHeading } from './headings.ts';
import type { Marker, NumberingStyle } from './markers.ts';

/** Where an article begins. */
export interface ArticleOpening {
  /** Index of the row with its number. */
  readonly index: number;
  readonly marker: Marker;
  readonly above: HeadingAbove | null;
}

interface OpeningLink extends Link, ArticleOpening {}

/** Styles an annex may number its articles in, those that can be nothing else first. */
const articleStyles = ['article', 'ordinal', 'plain', 'roman', 'kanji'] as const;

/** Where the articles of an annex begin, in the one style it numbers them in. */
export function findArticles(rows: readonly Row[], usualWidth: number): readonly ArticleOpening[] {
  const links = new Map<NumberingStyle, OpeningLink[]>();
  for (const [index, { text }] of rows.entries()) {
    const previous = rows[index - 1]?.text ?? null;
    for (const { marker, weight } of candidatesIn(text, { previous, usualWidth })) {
      const ofStyle = links.get(marker.style) ?? [];
      links.set(marker.style, ofStyle);
      const above = headingAbove(rows, index);
      const number = marker.number + (marker.branch ?? 0) / 100;
      const bonus = (above === null ? 0 : 1.5) - (isContentsEntry(text) ? 9 : 0);
      ofStyle.push({ index, marker, above, number, weight: weight + bonus });
    }
  }
  const chains = articleStyles.map((style) => bestChain(links.get(style) ?? [], 0));
  const [formal] = chains;
  const found = chains.find((chain) => chain.links.length > 1) ?? formal;
  return found === undefined ? [] : withBareHeadings(rows, found.links);
}

/** Where most articles have a short line of their own above them, these are their headings. */
function withBareHeadings(
  rows: readonly Row[],
  openings: readonly ArticleOpening[],
): readonly ArticleOpening[] {
  const fitting = openings.filter(({ index }) => isBareAbove(rows, index));
  const isManner =
    openings.every(({ above }) => above === null) &&
    fitting.length > 1 &&
    fitting.length * 2 >= openings.length;
  if (!isManner) return openings;
  return openings.map((opening) => {
    if (!fitting.includes(opening)) return opening;
    const from = opening.index - 1;
    return { ...opening, above: { heading: rows[from]?.text ?? '', from } };
  });
}

function isBareAbove(rows: readonly Row[], index: number): boolean {
  const heading = rows[index - 1]?.text;
  const before = rows[index - 2]?.text;
  if (heading === undefined || !isBareHeading(heading)) return false;
  return before === undefined || /[。」』]$/u.test(before) || index <= 3;
}

/** A line of a table of contents: dots that lead to a page. */
const isContentsEntry = (text: string): boolean =>
  /(?:[.．・‥…]\s?){3,}[0-9０-９\s]{0,5}$/u.test(text.slice(-40));

const closingLine =
  /^(?:附\s*則|付\s*則|以\s*上|(?:別表|別紙|別記|別記様式|様式)(?:第?\s?[0-9０-９一二三四五六七八九十]+号?)?(?:\s?[（(].{0,40}[)）])?|(?:令和|平成)\s?[0-9０-９元〇○]*\s?年\s?[0-9０-９〇○]*\s?月\s?[0-9０-９〇○]*\s?日)$/u;

/** Index of the row at which the last article is over: an appendix, a date to be signed at. */
export function closingIndex(
  rows: readonly Row[],
  openings: readonly ArticleOpening[],
  usualWidth: number,
): number {
  const last = openings.at(-1);
  if (last === undefined) return rows.length;
  const after = rows.slice(last.index + 1);
  const closing = after.findIndex(({ text }) => closingLine.test(text));
  const restart = findRestart(after, last.marker.style, usualWidth);
  const ends = [closing, restart].filter((index) => index >= 0);
  return ends.length === 0 ? rows.length : last.index + 1 + Math.min(...ends);
}

/** Another text whose articles begin with 1 again; -1 where there is none. */
function findRestart(rows: readonly Row[], style: NumberingStyle, usualWidth: number): number {
  if (style !== 'article') return -1;
  const [first, second] = findArticles(rows, usualWidth);
  if (first === undefined || second === undefined || first.marker.number !== 1) return -1;
  return first.marker.style === style ? (first.above?.from ?? first.index) : -1;
}
