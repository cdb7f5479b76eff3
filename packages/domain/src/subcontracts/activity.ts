import { type Day, midnightAfter } from '@kanribo/kernel';
import { type Case, caseOn, textOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import type { ActTime } from '../engine/covering.ts';
import { approvalInForce } from './milestones.ts';

/**
 * Whether a node is active: registered as begun, within its period, with the client's approval in
 * force for it as it stands, and its parent active too. All of it is asked anew every time, so an
 * approval that is withdrawn or runs out stops the node and everything below it at once.
 */
export function isActive(contract: Contract, node: Case | undefined, act: ActTime): boolean {
  const standing = node === undefined ? undefined : caseOn(node, act.on);
  if (standing?.status !== 'activated') return false;
  const [from, until] = [textOf(standing.values, 'from') ?? '', textOf(standing.values, 'until')];
  if (from > act.on || (until ?? '') < act.on) return false;
  if (approvalInForce(contract, standing, act) === undefined) return false;
  const parent = textOf(standing.values, 'parent');
  return parent === null || isActive(contract, caseOf(contract, parent), act);
}

/** The last moment of a day, for what stands at its end. */
export function endOf(day: Day): ActTime {
  return { at: midnightAfter(day), on: day };
}

/** The node and everything above it, the node first. */
export function lineageOf(contract: Contract, node: Case): readonly Case[] {
  const parent = caseOf(contract, textOf(node.values, 'parent') ?? '');
  return parent === undefined ? [node] : [node, ...lineageOf(contract, parent)];
}
