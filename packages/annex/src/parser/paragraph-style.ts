import { candidatesIn } from './evidence.ts';
import type { Row } from './headings.ts';
import type { NumberingStyle } from './markers.ts';

/** Styles that paragraphs may be numbered in. */
const styles = ['plain', 'circled', 'parenthesised'] as const;
/** Where the articles are numbered plainly, items are the usual level below them. */
const belowPlainArticles = ['circled'] as const;

/**
 * The style an annex numbers its paragraphs in: the first one whose numbers begin with 2 in more
 * articles than with 1, since a first paragraph is commonly not numbered. Where none does,
 * plain, or none where that is how the articles are numbered.
 */
export function paragraphStyleOf(
  articles: readonly (readonly Row[])[],
  articleStyle: NumberingStyle,
  usualWidth: number,
): NumberingStyle | null {
  const possible = articleStyle === 'plain' ? belowPlainArticles : styles;
  const found = possible.find((style) => {
    const firsts = articles.map((rows) => firstNumber(rows, style, usualWidth));
    if (style === 'plain') return firsts.some((number) => number !== undefined && number > 1);
    const twos = firsts.filter((number) => number === 2).length;
    const ones = firsts.filter((number) => number === 1).length;
    return twos > ones && (style === 'circled' || twos > 1);
  });
  return found ?? (articleStyle === 'plain' ? null : 'plain');
}

function firstNumber(
  rows: readonly Row[],
  style: NumberingStyle,
  usualWidth: number,
): number | undefined {
  for (const [index, { text }] of rows.entries()) {
    const previous = rows[index - 1]?.text ?? null;
    const found = candidatesIn(text, { previous, usualWidth }).find(
      ({ marker, weight }) => marker.style === style && weight > 0,
    );
    if (found !== undefined) return found.marker.number;
  }
  return undefined;
}
