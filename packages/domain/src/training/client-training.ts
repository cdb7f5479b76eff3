import { textsOf } from '../engine/case.ts';
import type { Attempt } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { type Fields, day, evidence, someOf, text } from '../engine/field.ts';
import { type Refusal, misfit } from '../engine/refusal.ts';
import { bothThereAndAbsent, caughtUp } from './attendance.ts';

const keepers = ['set-up', 'chief-officer', 'manager'] as const;
const catchUpBy = day('補講の期限');

const fields: Fields = {
  title: text('委託者の教育の名称', 200),
  clientReference: text('委託者の文書番号', 100),
  plannedOn: day('実施日'),
  attendees: someOf('受講した者', 'person'),
  absentees: someOf('欠席した者', 'person'),
  caughtUp: someOf('補講を受けた者', 'person'),
  catchUpBy,
  sheet: evidence('受講の記録'),
  remarks: text('備考', 400),
};

/**
 * Education the client holds (委託者が行う教育), clause 12: announced → attended, person by person →
 * caught up by those who were absent. The announcement is the client's word: only the client's officer
 * strikes it out.
 */
export const clientTraining = declareCase({
  name: 'client-training',
  preset: 'register',
  title: '委託者が行う教育の受講記録',
  duty: 'client-training',
  house: true,
  fields,
  steps: {
    announced: {
      title: '案内の受領',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['title', 'plannedOn'],
      optional: ['clientReference', 'remarks'],
    },
    attended: {
      title: '受講',
      from: ['announced'],
      nature: 'fact',
      by: keepers,
      required: ['attendees'],
      optional: ['absentees', 'catchUpBy', 'sheet', 'remarks'],
      forbid: doesNotFit,
    },
    'caught-up': {
      title: '補講',
      from: ['attended', 'caught-up'],
      nature: 'fact',
      by: keepers,
      required: ['caughtUp'],
      optional: ['sheet', 'remarks'],
      fill: caughtUp,
    },
    cancelled: {
      title: '委託者による取りやめ',
      from: ['announced'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
    },
  },
  final: ['cancelled'],
  correctable: ['attendees', 'absentees', 'catchUpBy', 'remarks'],
  correction: { forbid: doesNotFit },
  voiding: { by: ['client-officer'] },
});

/** Nobody is both there and absent, and who was absent catches up until a day. */
function doesNotFit(attempt: Attempt): Refusal | null {
  const { values } = attempt;
  const isEndless = textsOf(values, 'absentees').length > 0 && values['catchUpBy'] === undefined;
  if (isEndless) return misfit('field-missing', { field: catchUpBy.label });
  return bothThereAndAbsent(attempt);
}
