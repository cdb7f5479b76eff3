import type { Day } from '@kanribo/kernel';
import { type Case, countOf, stepOf, textOf, textsOf } from '../engine/case.ts';
import { type Contract, casesOf, casesOn } from '../engine/contract.ts';
import { type Office, offices } from '../engine/offices.ts';
import { officeTitles } from '../engine/titles.ts';
import { periodOf } from './period.ts';

/** The filings that submit appointments, and the change filing that submits what became of them. */
const filingNames = {
  'chief-officer': 'chief-officer-filing',
  'audit-officer': 'audit-officer-filing',
  manager: 'manager-filing',
  handler: 'handlers-list',
} as const satisfies Record<Office, string>;

/** The filing by which an office is submitted, and its Japanese title. */
export function filingOfOffice(office: Office): string {
  return filingNames[office];
}

/** Appointments whose period contains the day, as things stood on that day. */
export function appointmentsOn(contract: Contract, office: Office, day: Day): readonly Case[] {
  return [...casesOn(contract, office, day)].filter(({ values }) => {
    const { from, until } = periodOf(values);
    return from <= day && (until === null || until >= day);
  });
}

/** Papers that name the appointment and were handed in by the end of a day. */
function papersOn(contract: Contract, appointment: Case, day: Day): readonly Case[] {
  const names = [...Object.values(filingNames), 'change-filing'];
  return names
    .flatMap((name) => [...casesOn(contract, name, day)])
    .filter(({ values, status }) => {
      const named = [...textsOf(values, 'appointments'), textOf(values, 'of')];
      const isHandedIn = status === 'submitted' || status === 'received';
      return isHandedIn && named.includes(appointment.id);
    });
}

/** Whether a paper with this appointment had been handed in, received or not, by a day. */
export function isSubmitted(contract: Contract, appointment: Case, day: Day): boolean {
  return papersOn(contract, appointment, day).length > 0;
}

/** Whether a paper with this appointment had been delivered with proof by a day. */
export function isDelivered(contract: Contract, appointment: Case, day: Day): boolean {
  return papersOn(contract, appointment, day).some(({ status }) => status === 'received');
}

/** The entry that proves the delivery. */
export function deliveryProof(contract: Contract, appointment: Case, day: Day): number | undefined {
  const received = papersOn(contract, appointment, day).find(({ status }) => status === 'received');
  return received === undefined ? undefined : stepOf(received, 'received')?.sequence;
}

/**
 * Whether the person is a handler within a *delivered* period on a day: an extension counts from
 * the delivery of its change filing, an early end counts at once (clauses 9.1, 10.1).
 */
export function isDeliveredHandlerOn(contract: Contract, person: string, day: Day): boolean {
  return appointmentsOn(contract, 'handler', day).some(
    (appointment) =>
      textOf(appointment.values, 'person') === person &&
      deliveredUntil(contract, appointment, day) >= day,
  );
}

/** Last day of the period as the latest delivered paper states it; empty when none was delivered. */
function deliveredUntil(contract: Contract, appointment: Case, day: Day): string {
  const stated = papersOn(contract, appointment, day)
    .filter(({ status }) => status === 'received')
    .map((paper) => periodStatedAt(paper, appointment));
  const latest = Math.max(-1, ...stated);
  const asFiled = appointment.steps.findLast(
    (taken) => taken.sequence <= latest && 'until' in taken.values,
  );
  return textOf(asFiled?.values ?? {}, 'until') ?? '';
}

/**
 * The entry up to which a paper states the appointment's period: a list as it was when prepared, a
 * change filing its own change, and one about the person's name no period at all.
 */
function periodStatedAt(paper: Case, appointment: Case): number {
  if (paper.declaration !== 'change-filing') return stepOf(paper, 'prepared')?.sequence ?? -1;
  if (textOf(paper.values, 'changed') !== appointment.id) return -1;
  return countOf(paper.values, 'changeEntry') ?? -1;
}

/** Whether the person is manager on a day and a paper that says so was delivered. */
function isDeliveredManagerOn(contract: Contract, person: string, day: Day): boolean {
  return appointmentsOn(contract, 'manager', day).some(
    (appointment) =>
      textOf(appointment.values, 'person') === person && isDelivered(contract, appointment, day),
  );
}

/** Whether the person may carry or hand over under 19(1): a delivered manager or handler. */
export function isFiledPersonOn(contract: Contract, person: string, day: Day): boolean {
  return isDeliveredManagerOn(contract, person, day) || isDeliveredHandlerOn(contract, person, day);
}

/** Japanese titles of the filings of 6 to 9.1 that have not been delivered by a day. */
export function outstandingPapers(contract: Contract, day: Day): readonly string[] {
  return offices
    .filter((office) => {
      const appointments = appointmentsOn(contract, office, day);
      return !appointments.some((appointment) => isDelivered(contract, appointment, day));
    })
    .map((office) => `${officeTitles[office]}の届出`);
}

/** Appointments of a person that stand on a paper handed in by a day. */
export function submittedAppointmentsOf(
  contract: Contract,
  person: string,
  day: Day,
): readonly Case[] {
  return offices
    .flatMap((office) => [...casesOf(contract, office)])
    .filter(
      (appointment) =>
        textOf(appointment.values, 'person') === person && isSubmitted(contract, appointment, day),
    );
}
