import { type Day, dayOf } from '@kanribo/kernel';
import { dayValue, promptlyAfter, proofOf } from '../../contract/questions.ts';
import type { Case } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import type { Look } from '../../engine/standing.ts';
import { comparisonOf, lackingIn } from '../clauses/results.ts';
import { boundSince, milestoneOf } from '../milestones.ts';
import { nothing } from './nodes.ts';

/**
 * The equal or stricter clauses of a subcontract (18.1): met by the signed contract together with
 * a settled comparison that lacks nothing; breached where the signed contract lacks something. How
 * soon the comparison follows the signing is our own rule.
 */
export function lookAtClauses(contract: Contract, node: Case, day: Day): Look {
  const signed = milestoneOf(node, 'contracted');
  const comparison = comparisonOf(contract, node, day);
  const settled = comparison?.status === 'settled' ? comparison : undefined;
  const isLacking = settled !== undefined && lackingIn(contract, settled, day).length > 0;
  if (signed === undefined) {
    const dueOn = dayValue(node, 'from') ?? day;
    return {
      ...nothing,
      waiting: [{ case: node.id, dueOn, proof: boundSince(node).sequence }],
    };
  }
  if (settled !== undefined) {
    const proof = { case: settled.id, proof: proofOf(settled, 'settled') };
    if (isLacking) return { ...nothing, broken: [proof] };
    return { ...nothing, kept: [{ case: node.id, proof: signed.sequence }, proof] };
  }
  if (node.status === 'ended') return nothing;
  const dueOn = promptlyAfter(contract, dayOf(signed.occurredAt));
  return { ...nothing, waiting: [{ case: node.id, dueOn, house: true, proof: signed.sequence }] };
}
