import { exhaustive } from '@kanribo/kernel';
import type { AnswerOf } from '../../api/call.ts';

/** One word of the client. */
export type Word = AnswerOf<'clientWords'>['words'][number];

/** Which of the client's words can be asked for. */
export const wordFilters = ['standing', 'waiting'] as const;

/** Which of the client's words are shown; all of them without one. */
export type WordFilter = (typeof wordFilters)[number] | '';

const ended: readonly string[] = ['withdrawn', 'contradicted', 'replaced', 'answered'];

/** Whether a word holds on a day: not taken back, and within its period. */
export function holdsOn({ status, from, until }: Word, day: string): boolean {
  if (ended.includes(status)) return false;
  return (from === null || from <= day) && (until === null || until >= day);
}

/** The words a filter shows. */
export function filtered(
  words: readonly Word[],
  { filter, day }: { readonly filter: WordFilter; readonly day: string },
): readonly Word[] {
  switch (filter) {
    case 'standing':
      return words.filter((word) => holdsOn(word, day));
    case 'waiting':
      return words.filter(({ isUnconfirmed }) => isUnconfirmed);
    case '':
      return words;
    default:
      return exhaustive(filter);
  }
}
