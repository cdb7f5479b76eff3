import { textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt, CaseDeclaration, Step } from '../../engine/declaration.ts';
import { evidence, oneOf } from '../../engine/field.ts';
import { type Refusal, forbidden, misfit, wayOut } from '../../engine/refusal.ts';
import { filing } from '../../presets/filing.ts';
import { checkOf, isDirect } from '../milestones.ts';

const recorders = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * Confirmation of the safety measures at a subcontractor (安全管理措置の確認書), clause 17.2, on the
 * designated form; the contractor submits it.
 */
export const subcontractConfirmation = confirmation({
  name: 'subcontract-confirmation',
  title: '再委託先の安全管理措置の確認書',
  isOurs: true,
});

const ofOthers = confirmation({
  name: 'resubcontract-confirmation',
  title: '再々委託先等の安全管理措置の確認書',
  isOurs: false,
});

/** The party's own paper, of which the contractor keeps the copy. */
const copyKept: Step = {
  title: '提出された書面の写しの保管',
  from: ['new', 'prepared'],
  to: 'submitted',
  nature: 'fact',
  by: recorders,
  required: ['subcontract', 'copy'],
  optional: ['layout', 'remarks'],
  fill: senderAndCheck,
  forbid: (attempt) => isOfOtherDepth(attempt, false),
};

/**
 * The same further down (再々委託等), clause 17.4(1): the party that subcontracts further submits it
 * to the client itself and stands on it as the sender; the contractor keeps the copy.
 */
export const resubcontractConfirmation: CaseDeclaration = {
  ...ofOthers,
  steps: { ...ofOthers.steps, 'copy-kept': copyKept },
};

interface Confirmation {
  readonly name: 'subcontract-confirmation' | 'resubcontract-confirmation';
  readonly title: string;
  readonly isOurs: boolean;
}

function confirmation({ name, title, isOurs }: Confirmation): CaseDeclaration {
  return filing({
    name,
    title,
    duty: name,
    fields: {
      subcontract: oneOf(isOurs ? '確認した再委託先' : '確認した再々委託先等', 'subcontract'),
      check: oneOf('安全管理措置の確認', 'measures-check'),
      ...(!isOurs && {
        sender: oneOf('提出する者（再々委託等を行う者）', 'subcontract'),
        copy: evidence('提出された書面の写し'),
      }),
    },
    states: ['subcontract'],
    fill: senderAndCheck,
    forbid: (attempt) => isOfOtherDepth(attempt, isOurs) ?? unchecked(attempt, name),
    isFormDesignated: true,
    indexedBy: ['subcontract'],
  });
}

const nodeOf = ({ contract, values }: Attempt) =>
  caseOf(contract, textOf(values, 'subcontract') ?? '');

/** The sender is the party the node works for, and the check the one a person confirmed. */
function senderAndCheck(attempt: Attempt) {
  const node = nodeOf(attempt);
  const sender = node === undefined ? null : textOf(node.values, 'parent');
  const check = node === undefined ? undefined : checkOf(attempt.contract, node, attempt.today);
  return { ...(sender !== null && { sender }), ...(check !== undefined && { check: check.id }) };
}

/** 17.2 is about the contractor's own subcontractors, 17.4 about those further down. */
function isOfOtherDepth(attempt: Attempt, isOurs: boolean): Refusal | null {
  const node = nodeOf(attempt);
  return node === undefined || isDirect(node) === isOurs
    ? null
    : misfit('other-depth', { case: node.id });
}

function unchecked(attempt: Attempt, duty: Confirmation['name']): Refusal | null {
  const node = nodeOf(attempt);
  if (node === undefined || checkOf(attempt.contract, node, attempt.today) !== undefined) {
    return null;
  }
  return forbidden('measures-not-checked', {
    duty,
    parameters: { case: node.id },
    wayOut: [wayOut('confirm-measures', { case: node.id })],
  });
}
