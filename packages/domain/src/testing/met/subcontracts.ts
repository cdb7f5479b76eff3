import type { Refusal } from '../../engine/refusal.ts';
import type { subcontractsCodes } from '../../refusals/subcontracts.ts';
import {
  applies,
  appliedFor,
  approves,
  begins,
  checks,
  confirms,
  contracts,
  inMay,
  plans,
  signs,
} from '../lives/subcontracts.ts';
import { handler } from '../sample.ts';

const scan = `sha256:${'b'.repeat(64)}`;

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const subcontractsMet = {
  'parent-inactive': () => {
    const life = inMay();
    const further = contracts(life, contracts(life));
    return life.refuses('subcontract', 'activated', {}, { case: further });
  },
  'confirmation-undelivered': () => {
    const life = inMay();
    const node = plans(life);
    approves(life, node);
    signs(life, node);
    return life.refuses('subcontract', 'activated', {}, { case: node });
  },
  'subcontract-unapproved': () => {
    const life = inMay();
    const node = plans(life);
    checks(life, node);
    confirms(life, node);
    applies(life, node);
    signs(life, node);
    return life.refuses('subcontract', 'activated', {}, { case: node });
  },
  'contract-unsigned': () => {
    const life = inMay();
    const node = plans(life);
    checks(life, node);
    confirms(life, node);
    approves(life, node);
    return life.refuses('subcontract', 'activated', {}, { case: node });
  },
  'subcontract-inactive': () => {
    const life = inMay();
    const line = { subcontract: contracts(life), contents: '通知書', handedBy: handler };
    return life.refuses('subcontract-handover', 'permitted', line);
  },
  'measures-unconfirmed': () => {
    const life = inMay();
    const { subject } = life.takes('measures-check', 'opened', { subcontract: plans(life) });
    const one = { duties: ['secrecy'], answer: 'taken', shownBy: scan };
    life.takes('measures-check', 'answered', one, { case: subject });
    return life.refuses('measures-check', 'confirmed', {}, { case: subject });
  },
  'measures-not-checked': () => {
    const life = inMay();
    return life.refuses('subcontract-confirmation', 'prepared', { subcontract: plans(life) });
  },
  'application-before-confirmation': () => {
    const life = inMay();
    const node = plans(life);
    return life.refuses('subcontract-approval-application', 'prepared', appliedFor(life, node));
  },
  'clauses-unconfirmed': () => {
    const life = inMay();
    const imported = { subcontract: plans(life), text: scan };
    const { subject } = life.takes('clauses-comparison', 'imported', imported);
    const one = { duties: ['secrecy'], result: 'equal', clause: '3' };
    life.takes('clauses-comparison', 'confirmed', one, { case: subject });
    return life.refuses('clauses-comparison', 'settled', {}, { case: subject });
  },
  'not-a-measure': () => {
    const life = inMay();
    const { subject } = life.takes('measures-check', 'opened', { subcontract: plans(life) });
    const one = { duties: ['consultation'], answer: 'taken', shownBy: scan };
    return life.refuses('measures-check', 'answered', one, { case: subject });
  },
  'other-depth': () => {
    const life = inMay();
    const notice = { subcontract: plans(life), method: 'paper' };
    return life.refuses('resubcontract-notice', 'notified', notice);
  },
  'applicant-not-orderer': () => {
    const life = inMay();
    const node = begins(life);
    const further = plans(life, node);
    const asked = { ...appliedFor(life, further), applicant: further };
    return life.refuses('resubcontract-approval-application', 'prepared', asked);
  },
} as const satisfies Record<keyof typeof subcontractsCodes.refusals, () => Refusal>;
