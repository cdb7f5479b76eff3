import { type Day, type Moment, dayOf } from '@kanribo/kernel';
import { dayValue, promptlyAfter } from '../contract/questions.ts';
import { type Case, type StepTaken, stepOf } from '../engine/case.ts';
import type { Contract } from '../engine/contract.ts';
import { unsettledWith } from '../engine/lines.ts';

/** Statuses of a take-out line while its things are out; what is lost is still out (紛失). */
export const outStatuses: readonly string[] = ['taken', 'lost'];

/** The step by which the things of a line left. */
export const takenIn = (line: Case): StepTaken => stepOf(line, 'taken') ?? line.steps[0];

/** By when they are to be back; where nobody said, they are awaited promptly (house rule). */
export function awaitedBackOn(contract: Contract, line: Case): Day {
  const planned = dayValue(line, 'plannedReturnOn');
  return planned ?? promptlyAfter(contract, dayOf(takenIn(line).occurredAt));
}

/**
 * The lines of the take-out register under which a thing was out at a moment. What ended later was
 * recorded later: no line whose end was recorded before the moment is looked at.
 */
export function linesOutAt(contract: Contract, thing: string, at: Moment): readonly Case[] {
  const lines = unsettledWith(contract, 'take-out', { field: 'things', value: thing, since: at });
  return lines.filter((line) => {
    const taken = stepOf(line, 'taken');
    const end = line.steps.find(isEnd);
    return (
      taken !== undefined && taken.occurredAt <= at && (end === undefined || end.occurredAt > at)
    );
  });
}

/** The lines under which a thing is out as known now. */
export function linesOutNow(contract: Contract, thing: string): readonly Case[] {
  const lines = unsettledWith(contract, 'take-out', { field: 'things', value: thing });
  return lines.filter(({ status }) => outStatuses.includes(status));
}

const isEnd = ({ step, status }: StepTaken) =>
  step !== 'corrected' && status !== 'permitted' && !outStatuses.includes(status);
