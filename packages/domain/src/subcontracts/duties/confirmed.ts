import { type Day, dayOf } from '@kanribo/kernel';
import { dayValue, formRemarks } from '../../contract/questions.ts';
import type { Case } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import type { Look } from '../../engine/standing.ts';
import type { RemarkCode } from '../../refusals/remarks.ts';
import {
  boundSince,
  confirmationOf,
  confirmationsOf,
  levelOf,
  milestoneOf,
} from '../milestones.ts';
import { nothing } from './nodes.ts';

/**
 * The confirmation of the safety measures at a node: due by the day the contract is signed, and
 * before that by the day the work is to start; met once delivered with proof.
 */
export function lookAtConfirmation(contract: Contract, node: Case, day: Day): Look {
  const delivered = confirmationOf(contract, node, day);
  const papers = confirmationsOf(contract, node, day);
  const onOwn: readonly RemarkCode[] =
    papers.length > 0 && delivered === undefined ? ['delivered-on-own-layout'] : [];
  const remarks = [...formRemarks(contract, levelOf(node).confirmation, day), ...onOwn];
  if (delivered !== undefined) {
    const kept = [{ case: papers.at(-1)?.id ?? node.id, proof: delivered.sequence }];
    return { ...nothing, kept, remarks };
  }
  if (node.status === 'ended') return { ...nothing, remarks };
  const signed = milestoneOf(node, 'contracted');
  const dueOn = signed === undefined ? (dayValue(node, 'from') ?? day) : dayOf(signed.occurredAt);
  const proof = (signed ?? boundSince(node)).sequence;
  return { ...nothing, waiting: [{ case: node.id, dueOn, proof }], remarks };
}
