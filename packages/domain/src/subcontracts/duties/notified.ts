import { type Day, dayOf } from '@kanribo/kernel';
import type { Case } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import type { Look } from '../../engine/standing.ts';
import { applicationOf, papersOf } from '../milestones.ts';
import { nothing } from './nodes.ts';

/** The notice of an application further down: due on the day of the application (17.4(2)). */
export function lookAtNotice(contract: Contract, node: Case, day: Day): Look {
  const applied = applicationOf(contract, node, day);
  if (applied === undefined) return nothing;
  const notices = papersOf(contract, node, { declaration: 'resubcontract-notice', day });
  const since = notices.filter(({ steps: [given] }) => given.occurredAt >= applied.occurredAt);
  if (since.length > 0) {
    const kept = since.map(({ id, steps: [given] }) => ({ case: id, proof: given.sequence }));
    return { ...nothing, kept };
  }
  const dueOn = dayOf(applied.occurredAt);
  return { ...nothing, waiting: [{ case: node.id, dueOn, house: true, proof: applied.sequence }] };
}
