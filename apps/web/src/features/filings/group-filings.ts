import type { DeclarationAnswer } from '@kanribo/api';
import type { AnswerOf } from '../../api/call.ts';
import { type Registers, linesOf } from '../../api/use-registers.ts';

/** How far a filing has come. */
export const filingStates = [
  'open',
  'made',
  'submitted',
  'received',
  'answered',
  'withdrawn',
] as const;

/** How far a filing has come. */
export type FilingState = (typeof filingStates)[number];

/** One filing with its declaration. */
export interface FilingLine {
  readonly declaration: DeclarationAnswer;
  readonly line: AnswerOf<'register'>['lines'][number];
}

const states: ReadonlyMap<string, FilingState> = new Map([
  ['opened', 'open'],
  ['sent-back', 'open'],
  ['prepared', 'made'],
  ['substituted', 'made'],
  ['submitted', 'submitted'],
  ['received', 'received'],
  ['answered', 'answered'],
  ['withdrawn', 'withdrawn'],
]);

/** How far a filing of this status has come; one a newer release knows waits for somebody. */
export function filingStateOf(status: string): FilingState {
  return states.get(status) ?? 'open';
}

/** Every filing on record, by how far it has come; the latest first. */
export function groupFilings(
  declarations: readonly DeclarationAnswer[],
  registers: Registers,
): Readonly<Record<FilingState, readonly FilingLine[]>> {
  const all = declarations.flatMap((declaration) =>
    linesOf(registers, declaration.name).map((line): FilingLine => ({ declaration, line })),
  );
  const latestFirst = all.toSorted((left, right) => right.line.version - left.line.version);
  const of = (state: FilingState) =>
    latestFirst.filter(({ line }) => filingStateOf(line.status) === state);
  return {
    open: of('open'),
    made: of('made'),
    submitted: of('submitted'),
    received: of('received'),
    answered: of('answered'),
    withdrawn: of('withdrawn'),
  };
}
