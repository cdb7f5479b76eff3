import { dayOf, parseMoment, plainTrackingNumber } from '@kanribo/kernel';
import type { z } from 'zod';
import { chosenPage, isFoundIn } from './chosen-page.ts';
import type { DeclarationAnswer } from './declarations.ts';
import { type lineChoice, lineMarks } from './line-choice.ts';

/** What a choice looks at of a line of a register. */
interface Choosable {
  readonly id: string;
  readonly declaration: string;
  readonly status: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly particulars: Readonly<Record<string, string>>;
  readonly marks: readonly string[];
  readonly occurredAt: string;
}

/** Which lines are asked for, and in which order. */
export type LineChoice = z.output<typeof lineChoice>;

/** The lines that were asked for. */
interface ChosenLines<Line> {
  readonly lines: readonly Line[];
  readonly total: number;
  /** Number of the last line, where more follow. */
  readonly next: number | null;
}

/** What the choice is made among. */
interface Choosing<Line> {
  readonly declaration: DeclarationAnswer;
  readonly lines: readonly Line[];
  readonly nameOf: (id: string) => string;
  readonly choice: LineChoice;
  /** The number of the last line of the page before. */
  readonly after?: number | undefined;
  readonly limit?: number;
}

/** Whether nothing but a status is asked for, newest first: what needs no names to be read. */
export function isPlainChoice(choice: LineChoice): boolean {
  return Object.entries(choice).every(([name, value]) => name === 'status' || value === undefined);
}

/** The lines that fit a choice, in its order, as `chosenPage` gives them. */
export function chooseLines<Line extends Choosable>(choosing: Choosing<Line>): ChosenLines<Line> {
  const { lines, choice, after, limit } = choosing;
  const { sort = 'number', order = 'desc' } = choice;
  const { shown, total, next } = chosenPage({
    items: lines,
    isAsked: (line) => fits(line, choosing),
    keyOf: (line) => sortKey(line, sort, choosing),
    numberOf,
    order,
    after,
    limit,
  });
  return { lines: shown, total, next };
}

const numberOf = ({ id, declaration }: Choosable): number =>
  Number(id.slice(declaration.length + 1));

function fits(
  line: Choosable,
  { choice, nameOf, declaration }: Omit<Choosing<Choosable>, 'lines'>,
): boolean {
  const { status, from, until, person, mark, text } = choice;
  const day = dayIn(line.occurredAt);
  if (status !== undefined && line.status !== status) return false;
  if (from !== undefined && day < from) return false;
  if (until !== undefined && day > until) return false;
  if (mark !== undefined && !line.marks.some((one) => one.startsWith(lineMarks[mark])))
    return false;
  const given = Object.values(line.values).flat();
  if (person !== undefined && !given.includes(person)) return false;
  if (text === undefined || isFoundIn(wordsIn(line, { nameOf, declaration }), text)) return true;
  const number = plainTrackingNumber(text);
  return number !== '' && isFoundIn(trackingNumbersIn(line, declaration), number);
}

/** They are kept without what people put between their groups. */
const trackingNumbersIn = ({ values }: Choosable, { fields }: DeclarationAnswer) =>
  fields.flatMap(({ name, type }) => {
    const value = values[name];
    return type === 'trackingNumber' && typeof value === 'string' ? [value] : [];
  });

function dayIn(moment: string): string {
  const parsed = parseMoment(moment);
  return parsed.ok ? dayOf(parsed.value) : moment;
}

type Naming = Pick<Choosing<Choosable>, 'nameOf' | 'declaration'>;

function wordsIn(line: Choosable, naming: Naming): readonly string[] {
  const told = naming.declaration.fields.map(({ name }) => String(sortKey(line, name, naming)));
  return [line.id, ...told, ...line.marks, ...Object.values(line.particulars)];
}

/** What a line is ordered by: days and numbers as they are, choices and people as they are called. */
function sortKey(line: Choosable, sort: string, { declaration, nameOf }: Naming): string | number {
  if (sort === 'number') return numberOf(line);
  if (sort === 'occurred') return line.occurredAt;
  if (sort === 'status') return declaration.steps.findIndex(({ to }) => to === line.status);
  if (sort === 'marks') return line.marks.length;
  const field = declaration.fields.find(({ name }) => name === sort);
  const value = line.particulars[sort] ?? line.values[sort];
  if (field === undefined || value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 0 : 1;
  const said = [value].flat().map((one) => {
    const text = typeof one === 'string' ? one : '';
    if (field.type === 'case' || field.type === 'cases') return nameOf(text);
    return field.options?.[text] ?? text;
  });
  return said.join('、');
}
