import type { AnnexArticle, AnnexTree, LineRange, UnplacedLine } from './annex-tree.ts';
import { type ArticleOpening, closingIndex, findArticles } from './articles.ts';
import { withHeadings } from './article-headings.ts';
import { pageFurniture } from './furniture.ts';
import type { Row } from './headings.ts';
import { paragraphStyleOf } from './paragraph-style.ts';
import { paragraphsOf, rangeOf } from './paragraphs.ts';
import { sourceLines, usualWidth } from './source-lines.ts';

/**
 * Reads the text of an annex into its clauses. Total: any text gives a tree, and each line that is
 * not blank stands in a clause or among the unplaced. Numbers that do not follow on are text.
 */
export function parseAnnex(text: string): AnnexTree {
  const lines = sourceLines(text);
  const furniture = pageFurniture(lines);
  const rows = lines.filter((line) => !furniture.has(line));
  const width = usualWidth(rows);
  const openings = findArticles(rows, width);
  const end = closingIndex(rows, openings, width);
  const [first] = openings;
  const start = first === undefined ? rows.length : startOf(first);
  const outside = [...furniture, ...rows.slice(0, start), ...rows.slice(Math.max(start, end))];
  const raw = openings.map((opening, place) => {
    const next = openings[place + 1];
    return rawArticle(rows, opening, next === undefined ? end : startOf(next));
  });
  return { articles: articlesOf(raw, width), unplaced: inOrder(outside) };
}

/** An article's rows, its number taken off, before its heading is known. */
interface RawArticle {
  readonly opening: ArticleOpening;
  readonly lines: LineRange;
  readonly rows: readonly Row[];
}

const startOf = ({ index, above }: ArticleOpening): number => above?.from ?? index;

function inOrder(lines: readonly Row[]): readonly UnplacedLine[] {
  return lines
    .map(({ line, text }) => ({ line, text }))
    .sort((left, right) => left.line - right.line);
}

function rawArticle(rows: readonly Row[], opening: ArticleOpening, end: number): RawArticle {
  const { index, marker } = opening;
  const lines = rangeOf(rows.slice(startOf(opening), end));
  const [first, ...rest] = rows.slice(index, end);
  const opened = first === undefined ? [] : [{ ...first, text: first.text.slice(marker.end) }];
  return { opening, lines, rows: [...opened, ...rest] };
}

function articlesOf(raw: readonly RawArticle[], usualWidth: number): readonly AnnexArticle[] {
  const headed = withHeadings(raw, usualWidth);
  const style = raw[0]?.opening.marker.style;
  const bodies = headed.map(({ rows }) => rows);
  const paragraphStyle = style === undefined ? null : paragraphStyleOf(bodies, style, usualWidth);
  return headed.map(({ opening, lines, heading, rows }) => ({
    number: opening.marker.number,
    branch: opening.marker.branch,
    heading,
    paragraphs: paragraphsOf(rows, { usualWidth, paragraphStyle }),
    lines,
  }));
}
