import type { HeadingAbove, Row } from './headings.ts';
import { headingBeforeSentence, headingInFront, isBareHeading, opensSentence } from './headings.ts';
import { candidatesIn } from './evidence.ts';
import { widthOf } from './source-lines.ts';

interface Opened {
  readonly opening: { readonly above: HeadingAbove | null };
  readonly rows: readonly Row[];
}

type Headed<T> = Omit<T, 'rows'> & { readonly heading: string; readonly rows: readonly Row[] };

/**
 * Takes the headings off articles: above the number, behind it in brackets, or behind it without,
 * where most articles without brackets are written so.
 */
export function withHeadings<T extends Opened>(
  articles: readonly T[],
  usualWidth: number,
): readonly Headed<T>[] {
  const bracketed = articles.map((article) => takeBracketed(article));
  const open = articles.filter((_, index) => bracketed[index] === null);
  const bare = new Map(open.map((article) => [article, takeBare(article.rows, usualWidth)]));
  const count = [...bare.values()].filter((taken) => taken !== null).length;
  const isManner = count > 1 && count * 2 >= open.length;
  return articles.map((article, index) => {
    const taken = bracketed[index] ?? (isManner ? bare.get(article) : null);
    return { ...article, heading: '', ...taken };
  });
}

interface Taken {
  readonly heading: string;
  readonly rows: readonly Row[];
}

function takeBracketed({ opening, rows }: Opened): Taken | null {
  if (opening.above !== null) return { heading: opening.above.heading, rows };
  return headingInFront(rows);
}

function takeBare(rows: readonly Row[], usualWidth: number): Taken | null {
  const [first, second] = rows;
  if (first === undefined || first.text === '') return null;
  const split = headingBeforeSentence(first.text);
  if (split !== null) {
    return { heading: split.heading, rows: [{ ...first, text: split.rest }, ...rows.slice(1)] };
  }
  if (second === undefined || !isBareHeading(first.text)) return null;
  const isOver =
    opensSentence(second.text) ||
    widthOf(first.text) < usualWidth * 0.7 ||
    candidatesIn(second.text, { previous: null, usualWidth }).some(({ weight }) => weight > 2);
  if (!isOver) return null;
  return { heading: first.text, rows: [{ ...first, text: '' }, ...rows.slice(1)] };
}
