import { textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { choice, evidence, oneOf, text } from '../../engine/field.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import { applicationOf, isDirect } from '../milestones.ts';

/**
 * Notice that a subcontract further down was applied for (再々委託等の申請の通知), clause 17.4(2):
 * the party that subcontracts further tells the orderer of the contract it works under itself;
 * without an `orderer` that is the contractor. It says that the application was made, no more.
 */
export const resubcontractNotice = declareCase({
  name: 'resubcontract-notice',
  preset: 'register',
  title: '再々委託等の申請の通知',
  duty: 'resubcontract-notice',
  house: true,
  fields: {
    subcontract: oneOf('申請した再々委託先等', 'subcontract'),
    notifier: oneOf('通知した者', 'subcontract'),
    orderer: oneOf('通知を受けた委託元（受託者では空欄）', 'subcontract'),
    method: choice('通知の方法', {
      paper: '書面',
      mail: '電子メール',
      oral: '口頭',
      other: 'その他',
    }),
    copy: evidence('通知の写し'),
    receivedBy: text('通知を受けた人', 100),
    remarks: text('備考', 400),
  },
  steps: {
    notified: {
      title: '通知の記録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['subcontract', 'method'],
      optional: ['copy', 'receivedBy', 'remarks'],
      fill: partiesOf,
      forbid: isOfDirect,
      warnings: (attempt) => (isAfterApplication(attempt) ? [] : ['notice-before-application']),
    },
  },
  final: ['notified'],
  indexedBy: ['subcontract'],
});

const nodeOf = ({ contract, values }: Attempt) =>
  caseOf(contract, textOf(values, 'subcontract') ?? '');

function partiesOf(attempt: Attempt) {
  const notifier = textOf(nodeOf(attempt)?.values ?? {}, 'parent');
  const orderer = textOf(caseOf(attempt.contract, notifier ?? '')?.values ?? {}, 'parent');
  return { ...(notifier !== null && { notifier }), ...(orderer !== null && { orderer }) };
}

function isOfDirect(attempt: Attempt): Refusal | null {
  const node = nodeOf(attempt);
  return node !== undefined && isDirect(node) ? misfit('other-depth', { case: node.id }) : null;
}

function isAfterApplication(attempt: Attempt): boolean {
  const node = nodeOf(attempt);
  if (node === undefined) return false;
  const applied = applicationOf(attempt.contract, node, attempt.occurredOn);
  return applied !== undefined && applied.occurredAt <= attempt.occurredAt;
}
