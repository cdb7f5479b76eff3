import { declareCase } from '../engine/declare.ts';
import { choice, flag, text } from '../engine/field.ts';
import { personChanged } from './change.ts';

/** A person (関係者): staff of the contractor, dispatched staff, officers of the client. */
export const person = declareCase({
  name: 'person',
  preset: 'basics',
  title: '関係者',
  duty: null,
  house: true,
  fields: {
    name: text('氏名', 60),
    kana: text('ふりがな', 60),
    affiliation: text('所属（派遣の場合は派遣元）', 100),
    post: text('役職', 60),
    party: choice('当事者', { contractor: '受託者（乙）', client: '委託者（甲）' }),
    isWorker: flag('受託業務の従事者'),
  },
  steps: {
    recorded: {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['name', 'affiliation', 'party', 'isWorker'],
      optional: ['kana', 'post'],
    },
    changed: {
      title: '変更',
      from: ['recorded', 'changed'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: [],
      optional: ['name', 'kana', 'affiliation', 'post', 'isWorker'],
      also: personChanged,
    },
  },
});
