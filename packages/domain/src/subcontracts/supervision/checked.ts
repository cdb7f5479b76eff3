import { type DutyId, dutyIds } from '@kanribo/annex';
import type { Day } from '@kanribo/kernel';
import { notApplicableOn } from '../../contract/questions.ts';
import { type Case, textsOf } from '../../engine/case.ts';
import { type Contract, casesOn } from '../../engine/contract.ts';
import { milestoneOf, papersOf } from '../milestones.ts';

/** What no supervision of a node has looked at yet. */
export interface Unchecked {
  readonly duties: readonly DutyId[];
  /** Duties of the main contract and of the security annex, by their cases. */
  readonly obligations: readonly string[];
}

/**
 * Duties of this annex, of the main contract and of the security annex that no supervision of the
 * node named since it began; nothing before that. Duties decided not to apply are left out.
 */
export function uncheckedAt(contract: Contract, node: Case, day: Day): Unchecked {
  if (milestoneOf(node, 'activated') === undefined) return { duties: [], obligations: [] };
  const records = papersOf(contract, node, { declaration: 'subcontract-supervision', day });
  const named = (field: string) =>
    new Set<string>(records.flatMap(({ values }) => textsOf(values, field)));
  const [duties, obligations] = [named('duties'), named('obligations')];
  return {
    duties: dutyIds.filter(
      (duty) => !duties.has(duty) && notApplicableOn(contract, duty, day) === undefined,
    ),
    obligations: [...casesOn(contract, 'contract-obligation', day)]
      .filter(({ id, status }) => status === 'recorded' && !obligations.has(id))
      .map(({ id }) => id),
  };
}
