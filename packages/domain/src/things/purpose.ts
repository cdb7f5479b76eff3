import { declareCase } from '../engine/declare.ts';
import { day, text } from '../engine/field.ts';
import { textOf } from '../engine/case.ts';
import { misfit } from '../engine/refusal.ts';

/**
 * A purpose of the contract (利用目的), clause 15: what specific personal information may be used
 * for, with the place in the contract that says so. Acts choose one; there is no other use.
 */
export const purpose = declareCase({
  name: 'purpose',
  preset: 'basics',
  title: '契約の利用目的',
  duty: 'purpose-limit',
  fields: {
    title: text('利用目的', 100),
    contractReference: text('契約書の該当箇所'),
    from: day('期間（始）'),
    until: day('期間（終）'),
    reason: text('理由', 400),
  },
  steps: {
    declared: {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['title', 'contractReference', 'from', 'until'],
      optional: [],
      forbid: ({ values }) =>
        (textOf(values, 'until') ?? '') < (textOf(values, 'from') ?? '')
          ? misfit('period-reversed')
          : null,
    },
    withdrawn: {
      title: '取下げ',
      from: ['declared'],
      nature: 'fact',
      by: ['chief-officer', 'manager'],
      required: ['reason'],
      optional: [],
    },
  },
  final: ['withdrawn'],
  correctable: ['title', 'contractReference'],
});
