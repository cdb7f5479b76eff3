import type { AnswerOf } from '../../api/call.ts';

/** What the annex was found to say of one duty. */
export type DutyFound = AnswerOf<'readAnnex'>['duties'][number];

/** Why a person has to look at a duty that was found. */
export type Reason = 'different' | 'other' | 'moved';

/** A duty that was found, but not as the profile has it. */
export interface Differing {
  readonly found: DutyFound;
  readonly reasons: readonly Reason[];
}

/** What was found, by what a person has to do with it. */
export interface SortedFindings {
  readonly stated: readonly DutyFound[];
  readonly differing: readonly Differing[];
  readonly absent: readonly DutyFound[];
}

/** Sorts what was found of an annex by how it agrees with a profile's clauses. */
export function sortFindings(
  duties: readonly DutyFound[],
  clauses: Readonly<Record<string, string>> | undefined,
): SortedFindings {
  const absent = duties.filter(({ status }) => status === 'absent');
  const present = duties
    .filter(({ status }) => status !== 'absent')
    .map((found): Differing => ({ found, reasons: reasonsOf(found, clauses) }));
  return {
    absent,
    differing: present.filter(({ reasons }) => reasons.length > 0),
    stated: present.filter(({ reasons }) => reasons.length === 0).map(({ found }) => found),
  };
}

function reasonsOf(
  { duty, status, clause, isOfOtherParty = false }: DutyFound,
  clauses: Readonly<Record<string, string>> | undefined,
): readonly Reason[] {
  const isMoved = clauses !== undefined && clauses[duty] !== clause;
  return [
    ...(status === 'different' && !isOfOtherParty ? (['different'] as const) : []),
    ...(isOfOtherParty ? (['other'] as const) : []),
    ...(isMoved ? (['moved'] as const) : []),
  ];
}
