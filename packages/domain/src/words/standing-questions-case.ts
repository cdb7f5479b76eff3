import { casesOf } from '../engine/contract.ts';
import type { Consequence } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { misfit } from '../engine/refusal.ts';
import { standingQuestions } from './standing-questions.ts';

/** Opens a consultation for each standing question (当初の協議事項), once for a contract. */
export const standingQuestionsCase = declareCase({
  name: 'standing-questions',
  preset: 'basics',
  title: '当初の協議事項',
  duty: 'consultation',
  house: true,
  fields: {},
  steps: {
    started: {
      title: '協議事項の一括登録',
      from: ['new'],
      nature: 'act',
      by: ['set-up', 'chief-officer', 'manager'],
      required: [],
      optional: [],
      forbid: ({ contract }) =>
        [...casesOf(contract, 'standing-questions')].length > 0
          ? misfit('standing-questions-started')
          : null,
      also: () => standingQuestions.map(opened),
    },
  },
  final: ['started'],
});

function opened({ id, duties, question }: (typeof standingQuestions)[number]): Consequence {
  return {
    declaration: 'consultation',
    step: 'opened',
    case: null,
    values: { duties: [...duties], standing: id },
    particulars: { question },
  };
}
