import { clauseParts, parseClause } from '@kanribo/annex';
import type { AnswerOf } from '../../api/call.ts';
import { type StandingStatus, worstStanding } from '../../ui/standing-words.ts';

/** How one duty stands. */
export type ShownStanding = AnswerOf<'dutyMap'>['standings'][number];

/** One article of the annex with its duties; an article may state none. */
export interface Article {
  readonly number: number;
  readonly duties: readonly ShownStanding[];
  /** The worst of its duties; null where it states none. */
  readonly worst: StandingStatus | null;
}

const articleCount = 30;

/** The article a clause stands in; 0 where the clause cannot be read. */
export function articleOf(clause: string): number {
  const parsed = parseClause(clause);
  return parsed.ok ? clauseParts(parsed.value).article : 0;
}

/** Every article of the annex in order, those without duties too. */
export function articlesOf(standings: readonly ShownStanding[]): readonly Article[] {
  const byArticle = Map.groupBy(standings, ({ clause }) => articleOf(clause));
  const last = Math.max(articleCount, ...byArticle.keys());
  return Array.from({ length: last }, (_, index) => {
    const duties = byArticle.get(index + 1) ?? [];
    const statuses = duties.map(({ status }) => status);
    const worst = statuses.length === 0 ? null : worstStanding(statuses);
    return { number: index + 1, duties, worst };
  });
}

/** How many duties stand in each way. */
export function countsOf(standings: readonly ShownStanding[]): ReadonlyMap<StandingStatus, number> {
  const groups = Map.groupBy(standings, ({ status }) => status);
  return new Map([...groups].map(([status, found]) => [status, found.length]));
}
