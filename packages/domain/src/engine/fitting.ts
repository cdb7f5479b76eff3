import { type Moment, dayOf, momentOf } from '@kanribo/kernel';
import { type Case, caseBefore, isAmendment } from './case.ts';
import type { Command } from './command.ts';
import type { Contract } from './contract.ts';
import type { Attempt, CaseDeclaration, Step } from './declaration.ts';
import { type Refusal, misfit, wayOut } from './refusal.ts';

/** People state times to the minute. */
const minuteMs = 60_000;

/** How long ago a form may have been opened by which the software is told to act. */
const formMs = 10 * minuteMs;

/** What a command is held against before any rule of its declaration. */
export interface Fitting {
  readonly contract: Contract;
  readonly declaration: CaseDeclaration;
  readonly step: Step;
  readonly command: Command;
  /** The case that takes the step; undefined where it opens one or there is none of that id. */
  readonly before: Case | undefined;
  readonly now: Moment;
  /** Whether the software takes the step along with another one, which has its own time. */
  readonly isConsequence: boolean;
}

/** Why a command does not fit the register: its case, its status, its time. */
export function doesNotFit(fitting: Fitting): Refusal | null {
  const { contract, declaration, step, command, before } = fitting;
  if (command.case !== null && before === undefined) {
    return misfit('unknown-case', { case: command.case });
  }
  if (before !== undefined && before.declaration !== command.declaration) {
    return misfit('unknown-case', { case: before.id });
  }
  const status = before?.status ?? 'new';
  const fits = step.from.includes(status) || (step.from.includes('any') && before !== undefined);
  if (!fits) {
    const said = {
      case: before?.id ?? declaration.title,
      status: statusTitle(declaration, status),
    };
    return misfit('not-in-step', said);
  }
  const outOfTime = doesNotFitInTime(fitting);
  if (outOfTime !== null) return outOfTime;
  if (contract.counts.has('contract') || command.declaration === 'contract') return null;
  return { ...misfit('contract-not-set-up'), wayOut: [wayOut('set-up-first')] };
}

/** What a status is called: the title of the step that leads to it. */
function statusTitle({ steps }: CaseDeclaration, status: string): string {
  if (status === 'new') return '未登録';
  const leading = Object.entries(steps).find(([name, { to = name }]) => to === status);
  return leading?.[1].title ?? status;
}

/**
 * Nothing happened later than now; the software acts now and not some other day; and the steps of a
 * case go forward, as what is folded last is how the case stands. A correction may be of any of
 * them, and what ends a case may come to light after steps that were recorded meanwhile.
 */
function doesNotFitInTime(fitting: Fitting): Refusal | null {
  const { step, command, before, now, isConsequence } = fitting;
  const { occurredAt } = command;
  if (occurredAt > now) return misfit('occurred-in-future');
  if (before !== undefined && endOfStated(occurredAt) < before.steps[0].occurredAt) {
    return misfit('occurred-before-opening', { case: before.id });
  }
  if (isConsequence) return null;
  if (step.nature === 'act' && occurredAt < now) {
    return { ...misfit('act-is-now'), wayOut: [wayOut('act-now')] };
  }
  if (before === undefined || !isBeforeLast(before, command) || endsBefore(fitting)) return null;
  return {
    ...misfit('occurred-before-step', { case: before.id, day: dayOf(lastOf(before)) }),
    wayOut: [wayOut('state-right-time')],
  };
}

/** Whether a step other than an amendment is dated before one the case has taken. */
export function isBeforeLast(
  before: Case,
  { step, occurredAt }: Pick<Command, 'step' | 'occurredAt'>,
): boolean {
  return !isAmendment(step) && endOfStated(occurredAt) < lastOf(before);
}

/** Whether the step ends the case, and could be taken at its own time. */
function endsBefore({ declaration, step, command, before }: Fitting): boolean {
  if (!declaration.final.includes(step.to ?? command.step)) return false;
  const then = before && caseBefore(before, command.occurredAt);
  return then !== undefined && step.from.includes(then.status);
}

/** Whether what is stated happens at this moment, as far as typing takes no longer. */
export function isNow({ occurredAt, now }: Pick<Attempt, 'occurredAt' | 'now'>): boolean {
  return endOfStated(occurredAt) >= momentOf(Date.parse(now) - minuteMs);
}

/** What the software does happens when it does it, not when the form for it was opened. */
export function atItsTime({ nature }: Step, command: Command, now: Moment): Command {
  const { occurredAt } = command;
  const isFormOpen = occurredAt >= momentOf(Date.parse(now) - formMs) && occurredAt <= now;
  return nature === 'act' && isFormOpen ? { ...command, occurredAt: now } : command;
}

/** A time stated as a whole minute is any time within it. */
function endOfStated(occurredAt: Moment): Moment {
  const ms = Date.parse(occurredAt);
  return ms % minuteMs === 0 ? momentOf(ms + minuteMs - 1) : occurredAt;
}

/** When the last step of a case happened; corrections and what the software took along aside. */
function lastOf({ steps }: Case): Moment {
  return steps.reduce<Moment>(
    (last, { step, occurredAt }) => (isAmendment(step) || occurredAt < last ? last : occurredAt),
    steps[0].occurredAt,
  );
}
