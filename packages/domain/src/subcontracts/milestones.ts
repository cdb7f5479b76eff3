import type { DutyId } from '@kanribo/annex';
import type { Day, Moment } from '@kanribo/kernel';
import { answersOnForm, dayValue } from '../contract/questions.ts';
import { type Case, type StepTaken, caseOn, countOf, stepOf, textOf } from '../engine/case.ts';
import type { Contract } from '../engine/contract.ts';
import { type ActTime, isInForce } from '../engine/covering.ts';
import { casesEverWith, casesWith } from '../engine/lines.ts';

/** What a subcontract (depth 1) and one further down (再々委託等) name differently. */
export interface Level {
  readonly approval: 'subcontract-approval' | 'resubcontract-approval';
  readonly approvalTitle: string;
  readonly confirmation: 'subcontract-confirmation' | 'resubcontract-confirmation';
  readonly application: 'subcontract-approval-application' | 'resubcontract-approval-application';
  /** The duty to set equal clauses (18.1), at every depth below through 18.3. */
  readonly clauses: DutyId;
}

const direct: Level = {
  approval: 'subcontract-approval',
  approvalTitle: '再委託の承認',
  confirmation: 'subcontract-confirmation',
  application: 'subcontract-approval-application',
  clauses: 'subcontract-clauses',
};

const further: Level = {
  approval: 'resubcontract-approval',
  approvalTitle: '再々委託等の承認',
  confirmation: 'resubcontract-confirmation',
  application: 'resubcontract-approval-application',
  clauses: 'resubcontract-supervision',
};

/** Whether the contractor itself gives the work to the node. */
export function isDirect(node: Case): boolean {
  return (countOf(node.values, 'depth') ?? 1) === 1;
}

/** The duties and papers of a node's depth (17.1, 17.2 or 17.3, 17.4). */
export function levelOf(node: Case): Level {
  return isDirect(node) ? direct : further;
}

/**
 * The entry since when firm, work, data and period stand as they do: what was confirmed, applied
 * for, approved or signed before it was about something else.
 */
export function boundSince({ steps }: Case): StepTaken {
  return steps.findLast(({ step }) => step === 'planned' || step === 'changed') ?? steps[0];
}

/** The last step of this name since the node stands as it does. */
export function milestoneOf(node: Case, step: string): StepTaken | undefined {
  const taken = stepOf(node, step);
  return taken !== undefined && taken.sequence > boundSince(node).sequence ? taken : undefined;
}

/** Papers of a declaration about the node as it stands, as they were at the end of a day. */
export function papersOf(
  contract: Contract,
  node: Case,
  { declaration, day }: { readonly declaration: string; readonly day: Day },
): readonly Case[] {
  const since = boundSince(node).sequence;
  const field = declaration.endsWith('-application') ? 'firm' : 'subcontract';
  return casesEverWith(contract, declaration, { field, value: node.id }).flatMap((found) => {
    const standing = caseOn(found, day);
    return standing === undefined || standing.steps[0].sequence < since ? [] : [standing];
  });
}

/** The first time one of the papers took the step (`submitted` however it was handed in). */
function firstOf(papers: readonly Case[], status: string): StepTaken | undefined {
  return papers
    .filter((paper) => paper.status !== 'withdrawn' && paper.status !== 'sent-back')
    .flatMap(({ steps }) => steps.filter((step) => step.status === status))
    .sort((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1))
    .at(0);
}

/** The confirmations of the safety measures about the node that were delivered with proof by a day. */
export function confirmationsOf(contract: Contract, node: Case, day: Day): readonly Case[] {
  const declaration = levelOf(node).confirmation;
  return papersOf(contract, node, { declaration, day }).filter(
    ({ status }) => status === 'received',
  );
}

/**
 * When the confirmation was delivered with proof (17.2, 17.4(1)). Where the client designates a
 * form, a paper on another one does not answer the clause until the client accepts it.
 */
export function confirmationOf(contract: Contract, node: Case, day: Day): StepTaken | undefined {
  const duty = levelOf(node).confirmation;
  const answering = confirmationsOf(contract, node, day).filter((paper) =>
    answersOnForm(contract, paper, { duty, day }),
  );
  return firstOf(answering, 'received');
}

/** When the application was handed in to the client (17.1, 17.3). */
export function applicationOf(contract: Contract, node: Case, day: Day): StepTaken | undefined {
  const declaration = levelOf(node).application;
  return firstOf(papersOf(contract, node, { declaration, day }), 'submitted');
}

/** The checks of the safety measures at the node that a person confirmed as complete by a day. */
export function checkOf(contract: Contract, node: Case, day: Day): Case | undefined {
  return papersOf(contract, node, { declaration: 'measures-check', day }).findLast(
    ({ status }) => status === 'confirmed',
  );
}

/** The client's approvals recorded for the node as it stands, oldest first. */
export function approvalsOf(contract: Contract, node: Case): readonly Case[] {
  const bound = boundSince(node);
  const about = casesWith(contract, levelOf(node).approval, { field: 'firm', value: node.id });
  return [...about].filter(({ steps: [granted] }) => granted.sequence > bound.sequence);
}

/** The approval in force for the node at a moment, if the client gave one: always the client's. */
export function approvalInForce(contract: Contract, node: Case, act: ActTime): Case | undefined {
  return approvalsOf(contract, node).find((approval) => isInForce(approval, act));
}

/** Whether the client had approved the node's whole period before a moment, and not taken it back. */
export function isPeriodApproved(contract: Contract, node: Case, at: Moment): boolean {
  const [from, until] = [textOf(node.values, 'from') ?? '', textOf(node.values, 'until') ?? ''];
  return approvalsOf(contract, node).some((approval) => {
    const first = dayValue(approval, 'from');
    const last = dayValue(approval, 'until');
    if (first === null || last === null || first > from || last < until) return false;
    return isInForce(approval, { at, on: first });
  });
}
