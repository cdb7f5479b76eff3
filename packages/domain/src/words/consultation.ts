import { declareCase } from '../engine/declare.ts';
import { choice, day, duties, evidence, oneOf, text } from '../engine/field.ts';
import { wordKeepers } from '../presets/clients-word.ts';
import { standingQuestions } from './standing-questions.ts';

/**
 * Register of consultations (協議記録), ours, supporting clause 30: a doubt is opened, asked of the
 * client, answered, and decided by both. A new answer opens a decided one again.
 */
export const consultation = declareCase({
  name: 'consultation',
  preset: 'register',
  title: '協議記録',
  duty: 'consultation',
  house: true,
  fields: {
    duties: duties('関係する義務'),
    question: text('疑義の内容', 1000),
    standing: choice(
      '当初の協議事項',
      Object.fromEntries(standingQuestions.map(({ id, title }) => [id, title])),
    ),
    askedOf: text('協議した委託者の担当者', 100),
    askedBy: choice('協議の方法', { paper: '書面', meeting: '打合せ', telephone: '電話' }),
    expectedOn: day('回答の期日（委託者と合意）'),
    answer: oneOf('回答', 'answer'),
    decision: text('決定した内容', 1000),
    minutes: evidence('協議の記録'),
    withdrawnBecause: text('取下げの理由', 400),
    remarks: text('備考', 400),
  },
  steps: {
    opened: {
      title: '疑義の記録',
      from: ['new'],
      nature: 'fact',
      by: [...wordKeepers, 'audit-officer', 'handler'],
      required: ['duties', 'question'],
      optional: ['standing', 'remarks'],
    },
    asked: {
      title: '委託者への協議の申入れ',
      from: ['opened', 'asked', 'answered'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['askedOf', 'askedBy', 'expectedOn'],
      optional: ['minutes', 'remarks'],
    },
    answered: {
      title: '回答',
      from: ['opened', 'asked', 'answered', 'decided'],
      nature: 'fact',
      by: ['software'],
      required: ['answer'],
      optional: [],
    },
    decided: {
      title: '決定の記録',
      from: ['answered'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['decision'],
      optional: ['minutes', 'remarks'],
    },
    withdrawn: {
      title: '取下げ',
      from: ['opened', 'asked'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['withdrawnBecause'],
      optional: [],
    },
  },
  final: ['decided', 'withdrawn'],
  correctable: ['question', 'remarks'],
  indexedBy: ['standing', 'answer'],
});
