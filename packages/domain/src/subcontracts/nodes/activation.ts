import { type Case, textOf } from '../../engine/case.ts';
import { type Contract, caseOf } from '../../engine/contract.ts';
import type { ActTime } from '../../engine/covering.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { casesWith } from '../../engine/lines.ts';
import { type Refusal, forbidden, houseRule, wayOut } from '../../engine/refusal.ts';
import type { WarningCode } from '../../refusals/warnings.ts';
import { isActive, lineageOf } from '../activity.ts';
import { comparisonOf } from '../clauses/results.ts';
import { approvalInForce, confirmationOf, levelOf } from '../milestones.ts';

/**
 * Why a node cannot begin: its parent is not active, the confirmation of the safety measures was
 * not delivered, no approval of the client is in force for it, or its contract is not signed.
 */
export function activationRefused({ contract, before, now, today }: Attempt): Refusal | null {
  if (before === undefined) return null;
  const act = { at: now, on: today };
  const parent = caseOf(contract, textOf(before.values, 'parent') ?? '');
  if (parent !== undefined && !isActive(contract, parent, act)) {
    return parentInactive(contract, parent, act);
  }
  const { approval, approvalTitle, confirmation, clauses } = levelOf(before);
  if (confirmationOf(contract, before, today) === undefined) {
    return forbidden('confirmation-undelivered', {
      duty: confirmation,
      parameters: { case: before.id },
      wayOut: [wayOut('deliver-confirmation')],
    });
  }
  if (approvalInForce(contract, before, act) === undefined) {
    return forbidden('subcontract-unapproved', {
      duty: approval,
      parameters: { case: before.id },
      wayOut: [wayOut('obtain-approval', { approval: approvalTitle })],
    });
  }
  if (before.status === 'contracted') return null;
  return forbidden('contract-unsigned', {
    duty: clauses,
    parameters: { case: before.id },
    wayOut: [wayOut('record-contract')],
  });
}

/** 17.3 lets an approved subcontractor subcontract further; that its work has begun is our own rule. */
function parentInactive(contract: Contract, parent: Case, act: ActTime): Refusal {
  const lineage = lineageOf(contract, parent);
  const isApproved = lineage.every((node) => approvalInForce(contract, node, act) !== undefined);
  return (isApproved ? houseRule : forbidden)('parent-inactive', {
    duty: 'resubcontract-approval',
    parameters: { case: parent.id },
    wayOut: [wayOut('activate-subcontract', { case: parent.id })],
  });
}

/** Beginning before the clauses were compared is possible, and said (house rule supporting 18.1). */
export function uncompared({ contract, before, today }: Attempt): readonly WarningCode[] {
  if (before === undefined) return [];
  const comparison = comparisonOf(contract, before, today);
  return comparison?.status === 'settled' ? [] : ['clauses-not-compared'];
}

/** What was handed over and is still with the subcontractor when it ends is said. */
export function handedStill({ contract, id }: Attempt): readonly WarningCode[] {
  const about = { field: 'subcontract', value: id };
  const lines = [...casesWith(contract, 'subcontract-handover', about)];
  return lines.some(({ status }) => status === 'handed') ? ['handed-still'] : [];
}
