import {
  type Day,
  type JsonObject,
  type JsonValue,
  type Moment,
  dayOf,
  isJsonObject,
  midnightAfter,
} from '@kanribo/kernel';

/** The row of a file that an entry was brought in from, as a spreadsheet numbers it. */
export interface RowSource {
  /** The case of the import (取込み). */
  readonly import: string;
  readonly row: number;
}

/** One step a case has taken: what its entry in the register says. */
export interface StepTaken {
  /** The entry that proves it. */
  readonly sequence: number;
  readonly step: string;
  /** The status it led to. */
  readonly status: string;
  /** When it happened, as a person stated it. */
  readonly occurredAt: Moment;
  /** When it was recorded, by our clock. */
  readonly recordedAt: Moment;
  readonly actor: string;
  readonly values: JsonObject;
  /** The particulars that stand beside this entry, by field name. */
  readonly given: readonly string[];
  /** Left out where it was not brought in from a file. */
  readonly source?: RowSource;
}

/** A case (案件): one line of a register, one filing, one approval, one person on record. */
export interface Case {
  readonly id: string;
  readonly declaration: string;
  readonly status: string;
  readonly values: JsonObject;
  readonly steps: readonly [StepTaken, ...StepTaken[]];
}

/**
 * The case after one more step; values given again replace the earlier ones. A correction leaves
 * the status as it is, also where later steps than the day asked about are left out.
 */
export function withStep(found: Case, taken: StepTaken): Case {
  const { id, declaration, values, steps } = found;
  return {
    id,
    declaration,
    status: taken.step === 'corrected' ? found.status : taken.status,
    values: { ...values, ...taken.values },
    steps: withLast(steps, taken),
  };
}

/** Measured: `[...steps, taken]` makes room for many more steps, and most cases take few. */
function withLast(steps: Case['steps'], taken: StepTaken): Case['steps'] {
  const [first, second] = steps;
  if (second === undefined) return [first, taken];
  if (steps.length === 2) return [first, second, taken];
  return [...steps, taken];
}

/** The case as it stood at the end of a day by what had happened, or undefined before it began. */
export function caseOn(found: Case, day: Day): Case | undefined {
  return caseBefore(found, midnightAfter(day));
}

/**
 * The case as it stood just before a moment by what had happened, or undefined where it had not
 * begun or was struck out: what was entered by mistake stands on no day from then on.
 */
export function caseBefore(found: Case, end: Moment): Case | undefined {
  const standing = lineBefore(found, end);
  return standing !== undefined && isVoided(standing) ? undefined : standing;
}

/** The case as a day's end found it, also where it was struck out by then: for who shows its line. */
export function lineOn(found: Case, day: Day): Case | undefined {
  return lineBefore(found, midnightAfter(day));
}

/** Like {@link caseBefore}, of a case that was struck out as well. */
export function lineBefore(found: Case, end: Moment): Case | undefined {
  const counts = (taken: StepTaken) => countsFrom(found, taken) < end;
  if (found.steps.every(counts)) return found;
  const [first, ...later] = found.steps.filter(counts);
  if (first === undefined) return undefined;
  return later.reduce<Case>((standing, taken) => withStep(standing, taken), {
    ...found,
    status: first.status,
    values: first.values,
    steps: [first],
  });
}

/** The status and the step of a case that was struck out (取消し): entered by mistake. */
export const voided = 'voided';

/** Whether a case was struck out. */
export const isVoided = ({ status }: Case): boolean => status === voided;

/** Whether a step says something of what was entered, not of what happened: 訂正, 取消し. */
export const isAmendment = (step: string): boolean => step === 'corrected' || step === voided;

/** Somebody's judgement of what happened or is to count, by declaration; a correction is one too. */
const judgements: Readonly<Record<string, readonly string[]>> = {
  contract: ['amended'],
  deviation: ['decided'],
  'not-applicable': ['decided', 'withdrawn'],
};

/**
 * From when a step counts: a fact from when it happened, however late it was recorded; a judgement
 * (判断・訂正・取消し) from when it was recorded, whatever day it names, so that it mends no day before.
 */
function countsFrom({ declaration }: Case, { step, occurredAt, recordedAt }: StepTaken): Moment {
  const isJudgement = isAmendment(step) || (judgements[declaration]?.includes(step) ?? false);
  return isJudgement ? recordedAt : occurredAt;
}

/** Whether a person entered a step of the case or is named in it. */
export function isPartyTo({ steps, values }: Case, person: string): boolean {
  const isNamed = Object.keys(values).some((name) => valuesOf(values, name).includes(person));
  return isNamed || steps.some(({ actor }) => actor === person);
}

/** A step that was recorded on a later day than it happened is late (遅延記録), for ever. */
export function isLate(taken: StepTaken): boolean {
  return dayOf(taken.recordedAt) > dayOf(taken.occurredAt);
}

/** The last time the case took this step. */
export function stepOf(found: Case, step: string): StepTaken | undefined {
  return found.steps.findLast((taken) => taken.step === step);
}

/** The row that the facts of an entry say it was brought in from. */
export function sourceIn({ source }: JsonObject): RowSource | undefined {
  if (!isJsonObject(source)) return undefined;
  const [of, row] = [textOf(source, 'import'), countOf(source, 'row')];
  return of === null || row === null ? undefined : { import: of, row };
}

/** A value that is text, or null where the case does not have it. */
export function textOf(values: JsonObject, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** A value that is a list of texts; empty where the case does not have it. */
export function textsOf(values: JsonObject, name: string): readonly string[] {
  const value = values[name];
  if (!Array.isArray(value)) return none;
  return value.every(isText) ? value : value.filter(isText);
}

const none: readonly string[] = [];

const isText = (element: JsonValue): element is string => typeof element === 'string';

/** The texts of a value, whether it is one text or a list of them. */
export function valuesOf(values: JsonObject, name: string): readonly string[] {
  const value = values[name];
  return typeof value === 'string' ? [value] : textsOf(values, name);
}

/** A value that is a whole number, or null where the case does not have it. */
export function countOf(values: JsonObject, name: string): number | null {
  const value = values[name];
  return typeof value === 'number' ? value : null;
}

/** Whether a yes-or-no value is there and is yes. */
export function isYes(values: JsonObject, name: string): boolean {
  return values[name] === true;
}
