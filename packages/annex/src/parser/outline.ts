import { type Chain, type Link, bestChain } from './chain.ts';
import { candidatesIn } from './evidence.ts';
import type { Row } from './headings.ts';
import type { Marker, NumberingStyle } from './markers.ts';

/** One clause of a level: its number and its rows, the number taken off the first. */
export interface Branch {
  readonly marker: Marker;
  readonly rows: readonly Row[];
}

/** Rows divided into clauses of one level. */
export interface Level {
  readonly style: NumberingStyle;
  /** What stands before the first clause. */
  readonly lead: readonly Row[];
  readonly branches: readonly Branch[];
}

interface RowLink extends Link {
  readonly index: number;
  readonly marker: Marker;
}

/** What a chain must have for it, so that its numbers are not taken for text. */
const leastScore = 0.7;
/** A single clause of a level is believed only with this much for it. */
const leastAlone = 2;

/** What rows are divided by. */
export interface Division {
  readonly usualWidth: number;
  readonly styles: readonly NumberingStyle[];
  /** The number the first clause follows on: 0, or 1 where the first is not numbered. */
  readonly after: number;
}

/** The outermost level among the styles: that whose first number stands first. */
export function divide(rows: readonly Row[], division: Division): Level | null {
  const links = linksIn(rows, division);
  let outermost: { style: NumberingStyle; chain: Chain<RowLink>; first: number } | null = null;
  for (const style of division.styles) {
    const chain = bestChain(links.get(style) ?? [], division.after);
    const first = chain.links[0]?.index;
    if (first === undefined || !isBelievable(chain, division.after)) continue;
    const isBetter =
      outermost === null ||
      first < outermost.first ||
      (first === outermost.first && chain.score > outermost.chain.score);
    if (isBetter) outermost = { style, chain, first };
  }
  if (outermost === null) return null;
  return { style: outermost.style, ...cut(rows, outermost.chain.links) };
}

function isBelievable({ links, score }: Chain<RowLink>, after: number): boolean {
  const isAlone = links.length === 1 && after === 0;
  return score >= (isAlone ? leastAlone : leastScore);
}

function linksIn(
  rows: readonly Row[],
  { usualWidth, styles }: Division,
): ReadonlyMap<NumberingStyle, readonly RowLink[]> {
  const wanted = new Map(styles.map((style): [NumberingStyle, RowLink[]] => [style, []]));
  let previous: string | null = null;
  for (const [index, { text }] of rows.entries()) {
    for (const { marker, weight } of candidatesIn(text, { previous, usualWidth })) {
      // What stands open right behind another number, or is cut off there, begins its text.
      const isOpen = marker.separation === 'none' || marker.end === text.length;
      if (index === 0 && isOpen) continue;
      wanted.get(marker.style)?.push({ index, marker, number: marker.number, weight });
    }
    if (text !== '') previous = text;
  }
  return wanted;
}

function cut(rows: readonly Row[], links: readonly RowLink[]): Pick<Level, 'lead' | 'branches'> {
  const branches = links.map(({ index, marker }, place) => {
    const own = rows.slice(index, links[place + 1]?.index);
    const [first, ...rest] = own;
    const opened = first === undefined ? [] : [{ ...first, text: first.text.slice(marker.end) }];
    return { marker, rows: [...opened, ...rest] };
  });
  return { lead: rows.slice(0, links[0]?.index ?? 0), branches };
}
