import { type JsonValue, type Moment, findIndividualNumbers } from '@kanribo/kernel';
import { messages as words } from '../../../ui/messages.ts';
import type { Mapping } from './guess-columns.ts';
import { messages } from './messages.ts';
import {
  type Lookup,
  type Ways,
  formulaProblem,
  readCell,
  readMomentCells,
  statesTime,
} from './read-cell.ts';
import type { TableRow } from './table-file.ts';
import type { Target } from './targets.ts';

/** One step as the server takes it. */
interface RowStep {
  readonly step: string;
  readonly occurredAt: Moment;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly falseAlarms: readonly string[];
}

/** A problem of one cell; a suspected Individual Number keeps the whole row in the page. */
export interface CellProblem {
  readonly target: Target;
  readonly column: number | undefined;
  readonly sentence: string;
  readonly isSuspected: boolean;
  /** What stands there and might be replaced for the whole column. */
  readonly raw: string;
}

/** A row as it was read: its steps, or what is wrong with it. */
export interface ReadRow {
  readonly row: TableRow;
  readonly steps: readonly RowStep[];
  readonly problems: readonly CellProblem[];
  /** Whether the row itself says at what time its first step happened. */
  readonly isTimeStated: boolean;
}

/** How the rows of a sheet are read. */
export interface Reading {
  readonly targets: readonly Target[];
  readonly mapping: Mapping;
  readonly ways: Ways;
  readonly lookup: Lookup;
  /** What a text of a column stands for, by `replacementKey`. */
  readonly replacements: Readonly<Record<string, string>>;
  /** Cells a person has looked at and found to hold no Individual Number, by `cellKey`. */
  readonly cleared: ReadonlySet<string>;
}

/** Names a text that stands for something else wherever it stands in a column. */
export const replacementKey = (target: string, raw: string): string => `${target}\n${raw.trim()}`;

/** Names one cell with what stands in it, so that what is typed anew is looked at anew. */
export const cellKey = (line: number, column: number, raw: string): string =>
  `${line}\n${column}\n${raw}`;

/** Reads one row: every mapped cell is held against the number guard before anything else. */
export function readRow(row: TableRow, reading: Reading): ReadRow {
  const problems = suspectedIn(row, reading);
  const steps: RowStep[] = [];
  const names = new Set(reading.targets.map(({ step }) => step.name));
  for (const [index, name] of [...names].entries()) {
    const targets = reading.targets.filter(({ step }) => step.name === name);
    const isTaken = index === 0 || isTold(row, targets, reading.mapping);
    if (isTaken) readStep(row, { targets, reading, steps, problems });
  }
  const [opening, ...later] = steps;
  const isTimeStated = isOpeningTimed(row, reading);
  if (opening === undefined || problems.length > 0) {
    return { row, steps: [], problems, isTimeStated };
  }
  later.sort((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1));
  return { row, steps: [opening, ...later], problems, isTimeStated };
}

function isOpeningTimed(row: TableRow, { targets, mapping, ways }: Reading): boolean {
  const of = (sought: Target['kind']) =>
    targets.find(({ step, kind }) => kind === sought && step === targets[0]?.step);
  const [day, time] = [of('day'), of('time')].map((target) =>
    textAt(row, target && mapping[target.id]),
  );
  return statesTime(day ?? '', time ?? '', ways);
}

/** A later step is told of where its day stands, or anything else that only this step has. */
function isTold(row: TableRow, targets: readonly Target[], mapping: Mapping): boolean {
  return targets.some(
    ({ id, kind, isRequired }) => (kind === 'day' || isRequired) && textAt(row, mapping[id]) !== '',
  );
}

const textAt = (row: TableRow, column: number | undefined): string =>
  column === undefined ? '' : (row.cells[column] ?? '').trim();

function suspectedIn(row: TableRow, { targets, mapping, cleared }: Reading): CellProblem[] {
  return targets.flatMap((target) => {
    const column = mapping[target.id];
    const raw = textAt(row, column);
    const [found] = findIndividualNumbers(raw);
    if (column === undefined || found === undefined) return [];
    if (cleared.has(cellKey(row.line, column, raw))) return [];
    return [{ target, column, sentence: words.numberFound(found.text), isSuspected: true, raw }];
  });
}

interface StepReading {
  readonly targets: readonly Target[];
  readonly reading: Reading;
  readonly steps: RowStep[];
  readonly problems: CellProblem[];
}

function readStep(row: TableRow, { targets, reading, steps, problems }: StepReading): void {
  const { mapping, ways } = reading;
  const [day, time] = [targets.find(isDay), targets.find(({ kind }) => kind === 'time')];
  if (day === undefined) return;
  const said = textAt(row, mapping[day.id]);
  const occurredAt = readMomentCells(said, textAt(row, time && mapping[time.id]), ways);
  const wrong = (target: Target, sentence: string, raw: string) =>
    problems.push({ target, column: mapping[target.id], sentence, isSuspected: false, raw });
  if (occurredAt === undefined) {
    wrong(day, formulaProblem(said) ?? dayProblem(day, said), said);
  }
  const values: Record<string, JsonValue> = {};
  const falseAlarms: string[] = [];
  for (const target of targets) {
    const { field, id, isRequired } = target;
    if (field === undefined) continue;
    const raw = textAt(row, mapping[id]);
    if (raw === '') {
      if (isRequired) wrong(target, words.missing(field.label), raw);
      continue;
    }
    const replaced = reading.replacements[replacementKey(id, raw)];
    const read = replaced === undefined ? readCell(field, raw, reading) : chosen(target, replaced);
    if (read.state === 'wrong') wrong(target, read.sentence, raw);
    else values[field.name] = read.value;
    if (field.type === 'text' && findIndividualNumbers(raw).length > 0)
      falseAlarms.push(field.name);
  }
  if (occurredAt !== undefined) {
    steps.push({ step: day.step.name, occurredAt, values, falseAlarms });
  }
}

const dayProblem = ({ step }: Target, said: string): string =>
  said === '' ? messages.noDay(step.title) : messages.wrongDay(said);

const isDay = ({ kind }: Target): boolean => kind === 'day';

const chosen = ({ field }: Target, value: string) =>
  ({ state: 'value', value: isList(field?.type) ? [value] : value }) as const;

const isList = (type: string | undefined): boolean => type === 'cases' || type === 'duties';
