import type { Day } from '@kanribo/kernel';
import { answersOnForm } from '../contract/questions.ts';
import { type Case, caseOn, countOf, isYes, textOf, textsOf } from '../engine/case.ts';
import type { Contract } from '../engine/contract.ts';
import { casesWith } from '../engine/lines.ts';
import { type Office, offices } from '../engine/offices.ts';

/** The filings that submit appointments, and the change filing that submits what became of them. */
const filingNames = {
  'chief-officer': 'chief-officer-filing',
  'audit-officer': 'audit-officer-filing',
  manager: 'manager-filing',
  handler: 'handlers-list',
} as const satisfies Record<Office, string>;

/** The duties by which the offices are submitted. */
export const officeDuties = {
  'chief-officer': 'chief-officer',
  'audit-officer': 'audit-officer',
  manager: 'manager',
  handler: 'handlers-list',
} as const satisfies Record<Office, string>;

/** The filing by which an office is submitted. */
export function filingOfOffice(office: Office): string {
  return filingNames[office];
}

/** Papers that name the appointment and were handed in by the end of a day. */
function* papersOn(contract: Contract, appointment: Case, day: Day): Generator<Case> {
  const office = offices.find((one) => one === appointment.declaration);
  if (office === undefined) return;
  const value = appointment.id;
  const naming = [
    casesWith(contract, filingNames[office], { field: 'appointments', value }),
    casesWith(contract, 'change-filing', { field: 'of', value }),
  ];
  for (const papers of naming) {
    for (const found of papers) {
      const paper = caseOn(found, day);
      if (paper !== undefined && isHandedIn(paper) && names(paper, value)) yield paper;
    }
  }
}

const isHandedIn = ({ status }: Case) => status === 'submitted' || status === 'received';

const names = ({ values }: Case, appointment: string) =>
  textOf(values, 'of') === appointment || textsOf(values, 'appointments').includes(appointment);

/** Whether a paper with this appointment had been handed in, received or not, by a day. */
export function isSubmitted(contract: Contract, appointment: Case, day: Day): boolean {
  return !papersOn(contract, appointment, day).next().done;
}

/** Whether a paper handed in by a day stated the handler's range (9.3), so that a change is filed. */
export function isRangeSubmitted(contract: Contract, appointment: Case, day: Day): boolean {
  for (const { values } of papersOn(contract, appointment, day)) {
    if (isYes(values, 'containsRange')) return true;
  }
  return false;
}

/** The papers with this appointment that had been delivered with proof by a day. */
function deliveredOn(contract: Contract, appointment: Case, day: Day): readonly Case[] {
  return [...papersOn(contract, appointment, day)].filter(({ status }) => status === 'received');
}

/** Whether a paper with this appointment had been delivered with proof by a day. */
export function isDelivered(contract: Contract, appointment: Case, day: Day): boolean {
  return deliveredOn(contract, appointment, day).length > 0;
}

/** How the submission of an appointment stands on a day. */
export interface Submission {
  /** The delivered paper that answers the clause, by its form too. */
  readonly answer: Case | undefined;
  /** Whether what was delivered is on our own layout where the client designates a form. */
  readonly isOnOwnLayout: boolean;
}

/** Whether what was delivered of an appointment by a day answers the clause that asks for it. */
export function submissionOn(contract: Contract, appointment: Case, day: Day): Submission {
  const office = offices.find((one) => one === appointment.declaration);
  const duty = office === undefined ? '' : officeDuties[office];
  const delivered = deliveredOn(contract, appointment, day);
  const answer = delivered.find((paper) => answersOnForm(contract, paper, { duty, day }));
  return { answer, isOnOwnLayout: answer === undefined && delivered.length > 0 };
}

/** Last day of the period as the latest delivered paper states it; empty when none was delivered. */
export function deliveredUntil(contract: Contract, appointment: Case, day: Day): string {
  const stated = deliveredOn(contract, appointment, day).map((paper) =>
    periodStatedAt(paper, appointment),
  );
  const latest = Math.max(-1, ...stated);
  const asFiled = appointment.steps.findLast(
    (taken) => taken.sequence <= latest && 'until' in taken.values,
  );
  return textOf(asFiled?.values ?? {}, 'until') ?? '';
}

/**
 * The entry up to which a paper states the appointment's period: a list as it was when it was made,
 * a change filing its own change, and one about the person's name no period at all.
 */
function periodStatedAt(paper: Case, appointment: Case): number {
  if (paper.declaration !== 'change-filing') return madeAt(paper);
  if (textOf(paper.values, 'changed') !== appointment.id) return -1;
  return countOf(paper.values, 'changeEntry') ?? -1;
}

/** The entry by which a filing was last made: our own paper, or another one that stands for it. */
function madeAt(paper: Case): number {
  const made = paper.steps.findLast(({ step }) => step === 'prepared' || step === 'substituted');
  return made?.sequence ?? -1;
}
