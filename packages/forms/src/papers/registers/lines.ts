import {
  type Case,
  type Contract,
  type StepTaken,
  casesOf,
  catalogue,
  deviationSentences,
  isLate,
  isVoided,
  lineOn,
  isYes,
  stepOf,
  textOf,
  textsOf,
  weightOf,
} from '@kanribo/domain';
import { type Day, dayOf } from '@kanribo/kernel';
import { dayIn, printed, shortMoment } from '../printed-values.ts';
import { type Reading, particularOf } from '../reading.ts';

/** How one register runs, by the names of its declared steps and fields. */
export interface RegisterRun {
  /** The step with which things leave. */
  readonly out: string;
  /** The steps with which a line comes to its end. */
  readonly ends: readonly string[];
  /** The field that says when the end is due. */
  readonly due: string;
}

/** One line of a register on the day of the sheet. */
export interface RegisterLine {
  readonly found: Case;
  readonly out: StepTaken | undefined;
  readonly end: StepTaken | undefined;
  /** 取消し, 逸脱, 兆候, 当社の定め, 遅延記録, 訂正: what the client must not overlook. */
  readonly marks: readonly string[];
  /** Those of the marks that were struck out along with the line. */
  readonly struckMarks: readonly string[];
}

/** The lines of a register as things stood at the end of a day, oldest first. */
export function registerLines(
  contract: Contract,
  {
    declaration,
    run,
    day,
  }: { readonly declaration: string; readonly run: RegisterRun; readonly day: Day },
): readonly RegisterLine[] {
  const deviations = [...casesOf(contract, 'deviation')].flatMap((one) => lineOn(one, day) ?? []);
  return [...casesOf(contract, declaration)].flatMap((line) => {
    const found = lineOn(line, day);
    if (found === undefined) return [];
    const out = stepOf(found, run.out);
    const end = found.steps.findLast(({ step }) => run.ends.includes(step));
    const against = deviations.filter(({ values }) => textOf(values, 'of') === found.id);
    const due = out === undefined ? null : dayIn(found.values, run.due);
    const ended = end === undefined ? day : dayOf(end.occurredAt);
    const isStruck = isVoided(found);
    const overdue = !isStruck && due !== null && due < ended ? ['【当社の定め】予定日の超過'] : [];
    const struck = isStruck ? ['【取消し】'] : [];
    const marks = [...struck, ...against.map(deviationMark), ...lateMarks(found), ...overdue];
    const struckMarks = against.filter(isVoided).map(deviationMark);
    return [{ found, out, end, marks, struckMarks }];
  });
}

/** 種類 and 管理番号 of everything a line is about, one below the other. */
export function kindsAndLabels(reading: Reading, { found }: RegisterLine): string {
  return textsOf(found.values, 'things')
    .map((id) => {
      const thing = reading.find(id);
      if (thing === undefined) return id;
      return `${printed(reading, thing, 'kind')}（${printed(reading, thing, 'label')}）`;
    })
    .join('\n');
}

/** When a step was taken; empty where it was not. */
export const timeOf = (taken: StepTaken | undefined): string =>
  taken === undefined ? '' : shortMoment(taken.occurredAt);

/** How a line stands: the title of its end, or that it is still out. */
export function outcomeOf({ found, out, end }: RegisterLine): string {
  if (isVoided(found)) return '取消し';
  if (end !== undefined) return stepTitle(found, end.step);
  return out === undefined ? stepTitle(found, found.status) : `${stepTitle(found, out.step)}中`;
}

/** Marks, then what was remarked, each on a line of its own. */
export function marksAndRemarks(reading: Reading, { found, marks }: RegisterLine): string {
  const [why, remarks] = ['voidReason', 'remarks'].map((name) =>
    particularOf(reading, found, name),
  );
  return [...marks, why, remarks].filter(Boolean).join('\n');
}

/** The entries of the register behind a line. */
export const entriesOf = ({ found }: RegisterLine): string =>
  found.steps.map(({ sequence }) => String(sequence)).join('、');

const stepTitle = ({ declaration }: Case, step: string): string =>
  step === 'corrected' ? '訂正' : (catalogue.get(declaration)?.steps[step]?.title ?? step);

const markWords = { breach: '逸脱', sign: '兆候', house: '当社の定め' } as const;

const sentences: Readonly<Record<string, string>> = deviationSentences;

function deviationMark({ values }: Case): string {
  const code = textOf(values, 'code') ?? '';
  const weight = weightOf(code);
  const said = `【${markWords[weight]}】${sentences[code] ?? code}`;
  if (weight === 'house') return said;
  const decided = isYes(values, 'isIncident') ? '事故等と判断' : '事故等でないと判断';
  return `${said}（${'isIncident' in values ? decided : '判断待ち'}）`;
}

function lateMarks(found: Case): readonly string[] {
  const late = found.steps.filter((taken) => taken.step !== 'corrected' && isLate(taken));
  const corrected = found.steps.some(({ step }) => step === 'corrected');
  const titles = late.map((taken) => `【遅延】${stepTitle(found, taken.step)}の記録`);
  return [...titles, ...(corrected ? ['【訂正】あり'] : [])];
}
