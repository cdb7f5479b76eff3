import type { DutyId } from '@kanribo/annex';
import { type Day, dayOf } from '@kanribo/kernel';
import { type Case, stepOf, textOf } from '../engine/case.ts';
import { type Contract, casesOf, casesOn } from '../engine/contract.ts';
import type { ActTime } from '../engine/covering.ts';
import { type Office, offices } from '../engine/offices.ts';
import { officeTitles } from '../engine/titles.ts';
import { deliveredUntil, isDelivered, officeDuties, isSubmitted, submissionOn } from './papers.ts';
import { periodOf } from './period.ts';

export { type Ending, endingSoon } from './endings.ts';
export { type Governing, type Version, versionOn } from './rules/versions.ts';

/** Appointments whose period contains the day, as things stood on that day. */
export function appointmentsOn(contract: Contract, office: Office, day: Day): readonly Case[] {
  return [...casesOn(contract, office, day)].filter(({ values }) => {
    const { from, until } = periodOf(values);
    return from <= day && (until === null || until >= day);
  });
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

/** Whether the person was a handler within a delivered period at a moment; who left is none since. */
export function isDeliveredHandlerAt(contract: Contract, person: string, act: ActTime): boolean {
  return (
    isDeliveredHandlerOn(contract, person, act.on) && !hasLeft(contract, person, act, 'handler')
  );
}

/** Whether the person might carry or hand over at a moment (19(1)): leaving ends it at once. */
export function isFiledPersonAt(contract: Contract, person: string, act: ActTime): boolean {
  const isManager =
    isDeliveredManagerOn(contract, person, act.on) && !hasLeft(contract, person, act, 'manager');
  return isManager || isDeliveredHandlerAt(contract, person, act);
}

/** Whether every period of the person in the office that ends on the day had ended by the moment. */
function hasLeft(contract: Contract, person: string, { at, on }: ActTime, office: Office): boolean {
  return appointmentsOn(contract, office, on)
    .filter(({ values }) => textOf(values, 'person') === person)
    .every((appointment) => {
      const ended = stepOf(appointment, 'ended');
      const isThatDay = ended !== undefined && dayOf(ended.occurredAt) === on;
      return isThatDay && periodOf(appointment.values).until === on && ended.occurredAt < at;
    });
}

/** A filing that is not delivered: what it is called, and the duty that asks for it. */
export interface Outstanding {
  readonly title: string;
  readonly duty: DutyId;
}

/** The filings of 6 to 9.1 not delivered by a day as the clause asks. */
export function outstandingPapers(contract: Contract, day: Day): readonly Outstanding[] {
  return offices
    .filter((office) => {
      const appointments = appointmentsOn(contract, office, day);
      return !appointments.some(
        (appointment) => submissionOn(contract, appointment, day).answer !== undefined,
      );
    })
    .map((office) => ({ title: `${officeTitles[office]}の届出`, duty: officeDuties[office] }));
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
