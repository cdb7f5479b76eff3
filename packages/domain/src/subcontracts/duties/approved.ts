import type { Day } from '@kanribo/kernel';
import { dayValue } from '../../contract/questions.ts';
import { type Case, caseOn } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import { isUnconfirmed } from '../../engine/covering.ts';
import type { Look } from '../../engine/standing.ts';
import { endOf } from '../activity.ts';
import { approvalInForce, approvalsOf, boundSince, milestoneOf } from '../milestones.ts';
import { nothing } from './nodes.ts';

/**
 * The client's approval of a node: due by the day the work is to start, met while one is in force,
 * breached while a contract runs without one. An ended node keeps what it had.
 */
export function lookAtApproval(contract: Contract, node: Case, day: Day): Look {
  const approvals = approvalsOf(contract, node).flatMap((found) => caseOn(found, day) ?? []);
  const awaited = approvals.filter(isUnconfirmed).map((found) => ({
    case: found.id,
    dueOn: dayValue(found, 'paperDueOn') ?? day,
    house: true,
    proof: found.steps[0].sequence,
  }));
  const inForce = approvalInForce(contract, node, endOf(day));
  const covering = node.status === 'ended' ? approvals.at(-1) : inForce;
  if (covering !== undefined) {
    const kept = [{ case: covering.id, proof: covering.steps[0].sequence }];
    return { ...nothing, kept, waiting: awaited };
  }
  if (node.status === 'ended') return nothing;
  const from = dayValue(node, 'from') ?? day;
  const signed = milestoneOf(node, 'contracted');
  const isOver = (dayValue(node, 'until') ?? day) < day;
  if (signed !== undefined && from <= day && !isOver) {
    return { ...nothing, broken: [{ case: node.id, proof: signed.sequence }] };
  }
  if (isPromised(approvals, from)) {
    return { ...nothing, waiting: awaited, kept: approvals.map(keptBy) };
  }
  return {
    ...nothing,
    waiting: [{ case: node.id, dueOn: from, proof: boundSince(node).sequence }],
  };
}

/** Given already, for a period that has not begun. */
function isPromised(approvals: readonly Case[], from: Day): boolean {
  return approvals.some(
    (found) =>
      found.status !== 'withdrawn' &&
      found.status !== 'contradicted' &&
      (dayValue(found, 'until') ?? from) >= from,
  );
}

function keptBy({ id, steps: [granted] }: Case) {
  return { case: id, proof: granted.sequence };
}
