import type { Moment } from '@kanribo/kernel';
import { type Case, stepOf } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { checkOf, isPeriodApproved, levelOf, papersOf } from '../milestones.ts';

/** What was against 17 when the contract was signed: no approval yet, or nothing confirmed yet. */
export function againstContract(attempt: Attempt): readonly DeviationFound[] {
  const { contract, before, occurredAt } = attempt;
  if (before === undefined) return [];
  const { approval, confirmation } = levelOf(before);
  const found: DeviationFound[] = [];
  if (!isPeriodApproved(contract, before, occurredAt)) {
    found.push({ code: 'contract-without-approval', duty: approval });
  }
  if (!isConfirmedBefore(attempt, before, contract)) {
    found.push({ code: 'contract-before-confirmation', duty: confirmation });
  }
  return found;
}

/** Confirmed by our own check, or by the paper of the party that subcontracts further. */
function isConfirmedBefore(
  { occurredAt, occurredOn }: Attempt,
  node: Case,
  contract: Contract,
): boolean {
  const declaration = levelOf(node).confirmation;
  const check = checkOf(contract, node, occurredOn);
  const checked = check === undefined ? undefined : stepOf(check, 'confirmed')?.occurredAt;
  const handedIn = papersOf(contract, node, { declaration, day: occurredOn }).flatMap((paper) =>
    paper.steps.filter(({ status }) => status === 'submitted').map((step) => step.occurredAt),
  );
  return [checked, ...handedIn].some(
    (at: Moment | undefined) => at !== undefined && at <= occurredAt,
  );
}
