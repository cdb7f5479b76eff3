import { declareCase } from '../engine/declare.ts';
import { evidence, person, text } from '../engine/field.ts';

const keepers = ['set-up', 'chief-officer', 'manager'] as const;
const division = {
  nature: 'fact',
  by: keepers,
  required: ['tasks', 'responsibility'],
  optional: ['head', 'paper'],
} as const;

/**
 * A department that handles (部署), clause 13: its tasks and its responsibility are put down, with
 * the paper that says so where there is one. Persons name the department they belong to.
 */
export const department = declareCase({
  name: 'department',
  preset: 'basics',
  title: '部署の任務分担',
  duty: 'departments',
  identifiedBy: ['name'],
  fields: {
    name: text('部署名', 100),
    head: person('部署の責任者'),
    tasks: text('任務分担', 1000),
    responsibility: text('責任', 1000),
    paper: evidence('任務分担を定めた文書'),
    reason: text('理由', 400),
  },
  steps: {
    recorded: {
      title: '部署の登録',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['name'],
      optional: ['head'],
    },
    divided: { title: '任務分担と責任の明確化', from: ['recorded'], ...division },
    changed: { title: '任務分担と責任の変更', from: ['divided', 'changed'], ...division },
    dissolved: {
      title: '部署の廃止',
      from: ['recorded', 'divided', 'changed'],
      nature: 'fact',
      by: keepers,
      required: [],
      optional: ['reason'],
    },
  },
  final: ['dissolved'],
});
