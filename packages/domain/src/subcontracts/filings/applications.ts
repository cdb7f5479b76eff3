import { textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt, CaseDeclaration, Step } from '../../engine/declaration.ts';
import { evidence, oneOf } from '../../engine/field.ts';
import { type Refusal, houseRule, misfit, wayOut } from '../../engine/refusal.ts';
import { application } from '../../presets/application.ts';
import { resubcontractApproval } from '../approvals/resubcontract.ts';
import { subcontractApproval } from '../approvals/subcontract.ts';
import { checkOf, isDirect, levelOf, papersOf } from '../milestones.ts';

/** Application for a subcontract (再委託の承認申請書), clauses 17.1 and 17.2: the contractor applies. */
export const subcontractApplication = withOrder(
  application(subcontractApproval, { isAskedFor: true }),
  true,
);

const ofOthers = withOrder(
  application(resubcontractApproval, {
    isAskedFor: true,
    applicant: oneOf('申請する者（再々委託等を行う者）', 'subcontract'),
  }),
  false,
);

const copyKept: Step = {
  title: '提出された申請書の写しの保管',
  from: ['new', 'prepared'],
  to: 'submitted',
  nature: 'fact',
  by: ['set-up', 'chief-officer', 'manager'],
  required: ['firm', 'applicant', 'copy'],
  optional: ['work', 'data', 'applicationReason', 'wantedFrom', 'wantedUntil', 'remarks'],
  forbid: (attempt) => isOfOtherDepth(attempt, false),
};

/**
 * Application for a subcontract further down (再々委託等の承認申請書), clauses 17.3 and 17.4: the
 * party that subcontracts further applies; the contractor keeps the copy.
 */
export const resubcontractApplication: CaseDeclaration = {
  ...ofOthers,
  fields: { ...ofOthers.fields, copy: evidence('提出された申請書の写し') },
  steps: { ...ofOthers.steps, 'copy-kept': copyKept },
};

/** The application, prepared only for a firm of its depth and once its measures were confirmed. */
function withOrder(base: CaseDeclaration, isOurs: boolean): CaseDeclaration {
  const { prepared } = base.steps;
  if (prepared === undefined) return base;
  const forbid = (attempt: Attempt) =>
    isOfOtherDepth(attempt, isOurs) ?? unconfirmed(attempt) ?? prepared.forbid?.(attempt) ?? null;
  return {
    ...base,
    steps: { ...base.steps, prepared: { ...prepared, forbid } },
    indexedBy: ['firm'],
  };
}

const nodeOf = ({ contract, values }: Attempt) => caseOf(contract, textOf(values, 'firm') ?? '');

/** Who applies further down is the party the firm will work for, and nobody else (17.4). */
function isOfOtherDepth(attempt: Attempt, isOurs: boolean): Refusal | null {
  const node = nodeOf(attempt);
  if (node === undefined) return null;
  if (isDirect(node) !== isOurs) return misfit('other-depth', { case: node.id });
  const isParty = isOurs || textOf(attempt.values, 'applicant') === textOf(node.values, 'parent');
  return isParty ? null : misfit('applicant-not-orderer', { case: node.id });
}

/** 17 asks for the confirmation before the contract; before the application is our own order. */
function unconfirmed(attempt: Attempt): Refusal | null {
  const { contract, today } = attempt;
  const node = nodeOf(attempt);
  if (node === undefined) return null;
  const { confirmation } = levelOf(node);
  const papers = papersOf(contract, node, { declaration: confirmation, day: today });
  const isMade = papers.some(({ status }) => status !== 'withdrawn' && status !== 'sent-back');
  if (isMade || checkOf(contract, node, today) !== undefined) return null;
  return houseRule('application-before-confirmation', {
    duty: confirmation,
    parameters: { case: node.id },
    wayOut: [wayOut('confirm-measures', { case: node.id })],
  });
}
