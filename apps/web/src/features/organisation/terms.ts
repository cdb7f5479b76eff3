import { textOf } from '@kanribo/domain';
import { daysBetween, parseDay } from '@kanribo/kernel';
import type { AnswerOf } from '../../api/call.ts';
import { type Registers, linesOf } from '../../api/use-registers.ts';

/** The offices in the order of clauses 6 to 9. */
export const offices = ['chief-officer', 'audit-officer', 'manager', 'handler'] as const;

/** One of the offices. */
export type OfficeName = (typeof offices)[number];

/** How an appointment stands to a day. */
type TermState = 'current' | 'coming' | 'over' | 'cancelled';

/** One person's time in one office. */
export interface Term {
  readonly id: string;
  readonly office: OfficeName;
  readonly person: string;
  readonly from: string;
  readonly until: string | null;
  readonly state: TermState;
}

/** Every appointment on record, by office and then by when it began. */
export function termsIn(registers: Registers, today: string): readonly Term[] {
  return offices.flatMap((office) =>
    linesOf(registers, office)
      .map((line) => termOf(office, line, today))
      .toSorted((left, right) => (left.from < right.from ? -1 : 1)),
  );
}

type Line = AnswerOf<'register'>['lines'][number];

function termOf(office: OfficeName, { id, status, values }: Line, today: string): Term {
  const from = textOf(values, 'from') ?? '';
  const until = textOf(values, 'until');
  const state = stateOf({ from, until, status }, today);
  return { id, office, person: textOf(values, 'person') ?? '', from, until, state };
}

function stateOf(
  { from, until, status }: Pick<Term, 'from' | 'until'> & { readonly status: string },
  today: string,
): TermState {
  if (status === 'cancelled') return 'cancelled';
  if (from > today) return 'coming';
  return until !== null && until < today ? 'over' : 'current';
}

/** A stretch of time as parts of a whole, 0 to 1. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a term lies within a period; what goes beyond the period is cut. */
export function stretchOf(
  { from, until }: Pick<Term, 'from' | 'until'>,
  period: { readonly startsOn: string; readonly endsOn: string },
): Stretch {
  const length = Math.max(1, days(period.startsOn, period.endsOn));
  const part = (day: string) => Math.min(1, Math.max(0, days(period.startsOn, day) / length));
  return { start: part(from), end: until === null ? 1 : part(until) };
}

function days(from: string, to: string): number {
  const [first, last] = [parseDay(from), parseDay(to)];
  return first.ok && last.ok ? daysBetween(first.value, last.value) : 0;
}
