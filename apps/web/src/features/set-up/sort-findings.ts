import type { AnswerOf } from '../../api/call.ts';

/** What the annex was found to say of one duty. */
export type DutyFound = AnswerOf<'readAnnex'>['duties'][number];

/** What was found, by what a person has to do with it. */
export interface SortedFindings {
  /** Worded otherwise than expected, or laid on the client. */
  readonly differing: readonly DutyFound[];
  /** As expected, but in another clause than the profile has it. */
  readonly moved: readonly DutyFound[];
  readonly absent: readonly DutyFound[];
  readonly stated: readonly DutyFound[];
}

/** Sorts what was found of an annex by how it agrees with a profile's clauses. */
export function sortFindings(
  duties: readonly DutyFound[],
  clauses: Readonly<Record<string, string>> | undefined,
): SortedFindings {
  const isDifferent = ({ status, isOfOtherParty = false }: DutyFound) =>
    status === 'different' || isOfOtherParty;
  const isMoved = ({ duty, clause }: DutyFound) =>
    clauses !== undefined && clauses[duty] !== clause;
  const alike = duties.filter((found) => found.status !== 'absent' && !isDifferent(found));
  return {
    differing: duties.filter((found) => found.status !== 'absent' && isDifferent(found)),
    moved: alike.filter(isMoved),
    absent: duties.filter(({ status }) => status === 'absent'),
    stated: alike.filter((found) => !isMoved(found)),
  };
}
