import type { DutyId } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';

/** What matching a subcontract's text against the duties of the annex says of one duty. */
export type DutyFound =
  | { readonly status: 'stated' | 'different'; readonly duty: DutyId; readonly clause: string }
  | { readonly status: 'absent'; readonly duty: DutyId };

const results = { stated: 'equal', different: 'weaker', absent: 'missing' } as const;

/**
 * The values of the steps by which the software proposes a comparison: one for each clause and
 * result, with all the duties it states, and one for what is missing. Whether a clause is stricter
 * only a person can say.
 */
export function proposalsOf(found: readonly DutyFound[]): readonly JsonObject[] {
  const groups = Map.groupBy(found, (one) => `${one.status} ${clauseIn(one) ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const clause = clauseIn(first);
    const duties = group.map(({ duty }) => duty);
    return [{ duties, result: results[first.status], ...(clause !== null && { clause }) }];
  });
}

function clauseIn(found: DutyFound): string | null {
  return found.status === 'absent' ? null : found.clause;
}
