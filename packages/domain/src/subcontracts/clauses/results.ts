import { type DutyId, dutyIds } from '@kanribo/annex';
import type { Day } from '@kanribo/kernel';
import { notApplicableOn } from '../../contract/questions.ts';
import { type Case, textOf, textsOf } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import { papersOf } from '../milestones.ts';

/** How a subcontract states a duty; the clause that does stands beside the entry. */
export interface Compared {
  readonly result: string;
  /** The entry that says so. */
  readonly sequence: number;
}

/** The latest finding about each duty, as proposed or as a person confirmed it. */
export function findingsOf(
  { steps }: Case,
  by: 'proposed' | 'confirmed',
): ReadonlyMap<string, Compared> {
  const findings = new Map<string, Compared>();
  for (const { step, values, sequence } of steps) {
    if (step !== by) continue;
    const found = { result: textOf(values, 'result') ?? '', sequence };
    for (const duty of textsOf(values, 'duties')) findings.set(duty, found);
  }
  return findings;
}

/** Duties the subcontract must state: all of the annex but those decided not to apply. */
function dutiesToState(contract: Contract, day: Day): readonly DutyId[] {
  return dutyIds.filter((duty) => notApplicableOn(contract, duty, day) === undefined);
}

/** Duties about which no person has confirmed anything yet. */
export function unconfirmedIn(contract: Contract, comparison: Case, day: Day): readonly DutyId[] {
  const confirmed = findingsOf(comparison, 'confirmed');
  return dutiesToState(contract, day).filter((duty) => !confirmed.has(duty));
}

/** Duties the subcontract states less strictly than the annex, or not at all, as confirmed. */
export function lackingIn(contract: Contract, comparison: Case, day: Day): readonly DutyId[] {
  const confirmed = findingsOf(comparison, 'confirmed');
  return dutiesToState(contract, day).filter((duty) =>
    ['weaker', 'missing'].includes(confirmed.get(duty)?.result ?? ''),
  );
}

/** The latest comparison of the node's contract as it stood at the end of a day. */
export function comparisonOf(contract: Contract, node: Case, day: Day): Case | undefined {
  return papersOf(contract, node, { declaration: 'clauses-comparison', day }).at(-1);
}
