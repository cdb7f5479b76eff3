/** A number somewhere, and what speaks for its opening a clause. */
export interface Link {
  readonly number: number;
  readonly weight: number;
}

/** The best ascending numbers among candidates, and what speaks for them together. */
export interface Chain<T extends Link> {
  readonly links: readonly T[];
  readonly score: number;
}

/** A number with this much against it never counts, even where it fills a gap. */
const leastWeight = -1.3;

interface Reached<T extends Link> {
  readonly score: number;
  readonly last: { readonly link: T; readonly before: Reached<T> } | null;
}

/**
 * The ascending chain of numbers with the most evidence. It begins after `after` (0 to begin with
 * 1); a number that is left out costs, so a candidate that breaks the sequence stays text unless
 * much speaks for it, and a doubtful one that fills a gap counts. Time grows with the candidates times the numbers there can be.
 */
export function bestChain<T extends Link>(candidates: readonly T[], after: number): Chain<T> {
  const start: Reached<T> = { score: 0, last: null };
  const reached = new Map<number, Reached<T>>([[after, start]]);
  let best = start;
  for (const link of candidates) {
    if (link.weight <= leastWeight || link.number <= after) continue;
    const before = bestBefore(reached, link.number);
    const score = before.score - gapCost(link.number, numberOf(before, after)) + link.weight;
    const standing = reached.get(link.number);
    if (standing !== undefined && standing.score > score) continue;
    const arrived: Reached<T> = { score, last: { link, before } };
    reached.set(link.number, arrived);
    if (score >= best.score) best = arrived;
  }
  return { links: linksOf(best), score: best.score };

  function bestBefore(table: ReadonlyMap<number, Reached<T>>, number: number): Reached<T> {
    let chosen = start;
    let most = -gapCost(number, after);
    for (const [last, candidate] of table) {
      const value = candidate.score - gapCost(number, last);
      if (last >= number || value < most) continue;
      if (value === most && last < numberOf(chosen, after)) continue;
      most = value;
      chosen = candidate;
    }
    return chosen;
  }
}

const numberOf = <T extends Link>(reached: Reached<T>, after: number): number =>
  reached.last?.link.number ?? after;

function gapCost(number: number, last: number): number {
  const missing = number - last - 1;
  return missing === 0 ? 0 : 1.2 + Math.min(missing, 10) * 0.08;
}

function linksOf<T extends Link>(reached: Reached<T>): readonly T[] {
  const links: T[] = [];
  for (let at = reached.last; at !== null; at = at.before.last) links.push(at.link);
  return links.reverse();
}
