import type { DutyId } from '@kanribo/annex';
import { type Case, textOf, textsOf } from '../../engine/case.ts';
import { measures } from './measure-list.ts';

/** The latest answer to each measure of a check, by duty. */
export function answersOf({ steps }: Case): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  for (const { step, values } of steps) {
    if (step !== 'answered') continue;
    for (const duty of textsOf(values, 'duties')) answers.set(duty, textOf(values, 'answer') ?? '');
  }
  return answers;
}

/** Measures nobody has answered yet, or that the subcontractor does not take. */
export function measuresLacking(check: Case): readonly DutyId[] {
  const answers = answersOf(check);
  return measures.filter((duty) => !['taken', 'not-needed'].includes(answers.get(duty) ?? ''));
}
