import { type Day, dayOf } from '@kanribo/kernel';
import { type Case, type StepTaken, countOf, isYes, textOf } from '../engine/case.ts';
import { type Contract, caseOf, casesOn } from '../engine/contract.ts';
import type { Look, StandingStatus } from '../engine/standing.ts';
import { endOf, isActive } from './activity.ts';
import { lookAtApproval } from './duties/approved.ts';
import { lookAtClauses } from './duties/compared.ts';
import { lookAtConfirmation } from './duties/confirmed.ts';
import { together } from './duties/nodes.ts';
import { lookAtNotice } from './duties/notified.ts';
import { lookAtSupervision } from './duties/supervised.ts';
import { uncheckedAt } from './supervision/checked.ts';
import {
  applicationOf,
  approvalsOf,
  checkOf,
  confirmationOf,
  isDirect,
  milestoneOf,
} from './milestones.ts';

/** What comes before what at a node, in the order 17 and 18 ask for. */
const milestones = ['confirmed', 'applied', 'approved', 'contracted', 'handed'] as const;

/** One thing a node has to have, with a date. */
export type Milestone = (typeof milestones)[number];

/** How far a node is; `stopped` began and is not active now. */
export type Stage = 'planned' | 'contracted' | 'active' | 'stopped' | 'ended' | 'dropped' | 'none';

/** One node of the tree of subcontracts (再委託の体系) as it stood at the end of a day. */
export interface TreeNode {
  readonly case: string;
  /** The node it works for; null where that is the contractor. */
  readonly parent: string | null;
  readonly depth: number;
  readonly stage: Stage;
  readonly dates: Readonly<Record<Milestone, Day | null>>;
  /** What has no date although something that comes after it has one. */
  readonly missing: readonly Milestone[];
  /** What has a date that lies before the date of what should come first. */
  readonly outOfOrder: readonly Milestone[];
  /** How many duties, of this annex and of the contract, no supervision has looked at yet. */
  readonly unchecked: number;
  /** The worst standing of the duties of 17 and 18 at this node. */
  readonly status: StandingStatus;
}

/** All firms below the contractor as they stood on a day, also those that are no subcontract. */
export function subcontractTree(contract: Contract, day: Day): readonly TreeNode[] {
  const doubted = nodesInDoubt(contract, day);
  const handed = firstHandings(contract, day);
  return [...casesOn(contract, 'subcontract', day)].map((node) => {
    const dates = { ...datesOf(contract, node, day), handed: handed.get(node.id) ?? null };
    return {
      case: node.id,
      parent: textOf(node.values, 'parent'),
      depth: countOf(node.values, 'depth') ?? 1,
      stage: stageOf(contract, node, day),
      dates,
      ...inOrder(dates),
      unchecked: uncheckedCount(contract, node, day),
      status: statusOf(contract, node, { day, isInDoubt: doubted.has(node.id) }),
    };
  });
}

function uncheckedCount(contract: Contract, node: Case, day: Day): number {
  const { duties, obligations } = uncheckedAt(contract, node, day);
  return duties.length + obligations.length;
}

function stageOf(contract: Contract, node: Case, day: Day): Stage {
  switch (node.status) {
    case 'activated':
      return isActive(contract, node, endOf(day)) ? 'active' : 'stopped';
    case 'contracted':
    case 'ended':
    case 'dropped':
      return node.status;
    case 'excluded':
      return 'none';
    default:
      return 'planned';
  }
}

function datesOf(contract: Contract, node: Case, day: Day) {
  const check = checkOf(contract, node, day)?.steps.findLast(({ step }) => step === 'confirmed');
  const [granted] = approvalsOf(contract, node)
    .map(({ steps }) => steps[0])
    .filter(({ occurredAt }) => dayOf(occurredAt) <= day);
  return {
    confirmed: dayOfStep(check ?? confirmationOf(contract, node, day)),
    applied: dayOfStep(applicationOf(contract, node, day)),
    approved: dayOfStep(granted),
    contracted: dayOfStep(milestoneOf(node, 'contracted')),
  };
}

function dayOfStep(taken: StepTaken | undefined): Day | null {
  return taken === undefined ? null : dayOf(taken.occurredAt);
}

function inOrder(dates: Readonly<Record<Milestone, Day | null>>) {
  const later = (index: number) => milestones.slice(index + 1).flatMap((name) => dates[name] ?? []);
  const missing = milestones.filter(
    (name, index) => dates[name] === null && later(index).length > 0,
  );
  const outOfOrder = milestones.filter((name, index) => {
    const own = dates[name];
    const before = milestones.slice(0, index).flatMap((one) => dates[one] ?? []);
    return own !== null && before.some((one) => one > own);
  });
  return { missing, outOfOrder };
}

interface Judging {
  readonly day: Day;
  readonly isInDoubt: boolean;
}

function statusOf(contract: Contract, node: Case, { day, isInDoubt }: Judging): StandingStatus {
  if (node.status === 'excluded' || node.status === 'dropped') return 'not-applicable';
  const looks = [lookAtApproval, lookAtConfirmation, lookAtClauses, lookAtSupervision];
  const all = isDirect(node) ? looks : [...looks, lookAtNotice];
  const look: Look = together(all.map((one) => one(contract, node, day)));
  if (look.broken.length > 0 || isInDoubt) return 'breached';
  if (look.waiting.some(({ dueOn }) => dueOn < day)) return 'overdue';
  if (look.waiting.length > 0) return 'due';
  return look.kept.length > 0 ? 'met' : 'not-yet';
}

/** Nodes with a deviation, their own or of a handing over, that nobody has found to be harmless. */
function nodesInDoubt(contract: Contract, day: Day): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { values, status } of casesOn(contract, 'deviation', day)) {
    if (status !== 'opened' && !isYes(values, 'isIncident')) continue;
    const of = caseOf(contract, textOf(values, 'of') ?? '');
    const node =
      of?.declaration === 'subcontract' ? of.id : textOf(of?.values ?? {}, 'subcontract');
    if (node !== null) found.add(node);
  }
  return found;
}

/** The first day data were handed to each node. */
function firstHandings(contract: Contract, day: Day): ReadonlyMap<string, Day> {
  const first = new Map<string, Day>();
  for (const { values, steps } of casesOn(contract, 'subcontract-handover', day)) {
    const node = textOf(values, 'subcontract');
    const handed = steps.find(({ step }) => step === 'handed');
    if (node === null || handed === undefined) continue;
    const on = dayOf(handed.occurredAt);
    const known = first.get(node);
    if (known === undefined || on < known) first.set(node, on);
  }
  return first;
}
