import { dutyTitles } from '@kanribo/annex';
import { declareCase } from '../engine/declare.ts';
import { choice, day, text } from '../engine/field.ts';

/** A named person's decision that a duty does not apply until a day (該当なしの判断). */
export const notApplicable = declareCase({
  name: 'not-applicable',
  preset: 'basics',
  title: '該当なしの判断',
  duty: null,
  house: true,
  fields: {
    duty: choice('義務', dutyTitles),
    until: day('いつまで'),
    reason: text('理由', 400),
  },
  steps: {
    decided: {
      title: '判断の記録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['duty', 'until', 'reason'],
      optional: [],
    },
    withdrawn: {
      title: '判断の取消し',
      from: ['decided'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: [],
      optional: ['reason'],
    },
  },
  final: ['withdrawn'],
  indexedBy: ['duty'],
});
