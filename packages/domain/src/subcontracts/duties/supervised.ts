import { type Day, addDays, dayOf } from '@kanribo/kernel';
import { dayValue, promptlyAfter } from '../../contract/questions.ts';
import { type Case, countOf } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import type { Look, Waiting } from '../../engine/standing.ts';
import { milestoneOf, papersOf } from '../milestones.ts';
import { nothing } from './nodes.ts';

/**
 * The supervision of a node (18.2): every so many days as planned for it, from the day it began,
 * and every finding put right by its day. What lies further ahead than "promptly" is not due yet.
 */
export function lookAtSupervision(contract: Contract, node: Case, day: Day): Look {
  const began = milestoneOf(node, 'activated');
  if (began === undefined) return nothing;
  const records = papersOf(contract, node, { declaration: 'subcontract-supervision', day });
  const last = records
    .map(({ id, steps: [recorded] }) => ({ case: id, recorded }))
    .sort((one, other) => (one.recorded.occurredAt < other.recorded.occurredAt ? -1 : 1))
    .at(-1);
  const kept = last === undefined ? [] : [{ case: last.case, proof: last.recorded.sequence }];
  const waiting = findingsOpen(contract, node, day);
  if (node.status !== 'activated') return { ...nothing, kept, waiting };
  const since = dayOf((last?.recorded ?? began).occurredAt);
  const next = addDays(since, countOf(node.values, 'supervisionDays') ?? 0);
  const isNear = last === undefined || promptlyAfter(contract, day) >= next;
  const proof = (last?.recorded ?? began).sequence;
  const coming = isNear ? [{ case: node.id, dueOn: next, house: true, proof }] : [];
  return { ...nothing, kept, waiting: [...waiting, ...coming] };
}

function findingsOpen(contract: Contract, node: Case, day: Day): readonly Waiting[] {
  return papersOf(contract, node, { declaration: 'supervision-finding', day })
    .filter(({ status }) => status === 'found')
    .map((finding) => ({
      case: finding.id,
      dueOn: dayValue(finding, 'dueOn') ?? day,
      house: true,
      proof: finding.steps[0].sequence,
    }));
}
