import { textsOf } from '../engine/case.ts';
import type { Attempt } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { choice, evidence, someOf, text } from '../engine/field.ts';
import { bothThereAndAbsent, caughtUp } from './attendance.ts';
import { relatedStaff } from './related-staff.ts';

const keepers = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * Education held (教育の実施), clause 11.1: outside training, a briefing or a signed sheet, with who
 * attended. Who of the related staff of that day did not is worked out and stands beside.
 */
export const trainingSession = declareCase({
  name: 'training-session',
  preset: 'register',
  title: '教育実施記録',
  duty: 'training',
  house: true,
  fields: {
    method: choice('方法', {
      briefing: '社内の説明会・研修',
      outside: '外部の研修',
      sheet: '資料の回覧と確認の署名',
    }),
    contents: text('内容', 400),
    attendees: someOf('受講した者', 'person'),
    absentees: someOf('受講していない者', 'person'),
    caughtUp: someOf('補講を受けた者', 'person'),
    materials: evidence('教材'),
    sheet: evidence('受講者の署名・記録'),
    remarks: text('備考', 400),
  },
  steps: {
    held: {
      title: '実施',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['method', 'contents', 'attendees'],
      optional: ['materials', 'sheet', 'remarks'],
      fill: (attempt) => ({ absentees: absent(attempt) }),
    },
    'caught-up': {
      title: '補講',
      from: ['held', 'caught-up'],
      nature: 'fact',
      by: keepers,
      required: ['caughtUp'],
      optional: ['sheet', 'remarks'],
      fill: caughtUp,
    },
  },
  correctable: ['contents', 'attendees', 'absentees', 'remarks'],
  correction: { forbid: bothThereAndAbsent },
});

function absent({ contract, occurredOn, values }: Attempt): readonly string[] {
  const attended = new Set(textsOf(values, 'attendees'));
  return relatedStaff(contract, occurredOn)
    .map(({ person }) => person)
    .filter((person) => !attended.has(person));
}
