import { choice, text } from '../../engine/field.ts';
import { rangeChanged } from '../change.ts';
import { appointment, held } from './appointment.ts';
import { notAuditOfficer } from './separation.ts';

/**
 * Person in charge of processes (事務取扱担当者), clause 9: with a planned end, and an explicit
 * choice of range (9.3): what may be handled, or "not divided, because".
 */
export const handler = appointment({
  office: 'handler',
  duty: 'handlers-list',
  isEndStated: true,
  fields: {
    range: choice('取り扱う範囲の定め', { divided: '範囲を定める', undivided: '範囲を分けない' }),
    rangeText: text('範囲、または分けない理由', 400),
  },
  required: ['range', 'rangeText'],
  forbid: (attempt) => notAuditOfficer(attempt, 'handler'),
  meanwhile: {
    'range-changed': {
      title: '範囲の変更',
      from: held,
      to: 'appointed',
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['range', 'rangeText'],
      optional: ['reason'],
      also: rangeChanged,
    },
  },
});
