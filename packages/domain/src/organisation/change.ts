import type { Attempt, Consequence } from '../engine/declaration.ts';
import { isRangeSubmitted, isSubmitted } from './papers.ts';
import { submittedAppointmentsOf } from './questions.ts';
import { promptlyAfter } from '../contract/questions.ts';
import { caseOf } from '../engine/contract.ts';
import { periodOf } from './period.ts';

/** The change filing a change of the person opens for each submitted appointment that runs (10.1). */
export function personChanged(attempt: Attempt): readonly Consequence[] {
  const changed = [...attempt.given, ...Object.keys(attempt.changes)].filter((name) =>
    ['name', 'affiliation', 'post'].includes(name),
  );
  if (changed.length === 0) return [];
  const submitted = submittedAppointmentsOf(attempt.contract, attempt.id, attempt.today);
  const running = submitted.filter(({ values }) => {
    const { until } = periodOf(values);
    return until === null || until >= attempt.occurredOn;
  });
  return running.map((appointment) => changeOpened(attempt, appointment.id, attempt.id));
}

/**
 * The change filing that an extension or an end of a submitted appointment opens (10.1). Leaving
 * on the very day that was submitted changes nothing.
 */
export function appointmentChanged(attempt: Attempt): readonly Consequence[] {
  const appointment = caseOf(attempt.contract, attempt.id);
  const isSameEnd =
    attempt.before !== undefined &&
    periodOf(attempt.before.values).until === periodOf(attempt.values).until;
  if (isSameEnd) return [];
  if (appointment === undefined || !isSubmitted(attempt.contract, appointment, attempt.today)) {
    return [];
  }
  return [changeOpened(attempt, attempt.id, attempt.id)];
}

/** The change filing a change of range opens, where the paper that was handed in stated it (9.3). */
export function rangeChanged(attempt: Attempt): readonly Consequence[] {
  const appointment = caseOf(attempt.contract, attempt.id);
  if (appointment === undefined) return [];
  if (!isRangeSubmitted(attempt.contract, appointment, attempt.today)) return [];
  return [changeOpened(attempt, attempt.id, attempt.id)];
}

function changeOpened(attempt: Attempt, appointment: string, changed: string): Consequence {
  const dueOn = promptlyAfter(attempt.contract, attempt.occurredOn);
  const values = {
    of: appointment,
    changed,
    changedOn: attempt.occurredOn,
    changeEntry: attempt.contract.size,
    dueOn,
  };
  return { declaration: 'change-filing', step: 'opened', case: null, values };
}
