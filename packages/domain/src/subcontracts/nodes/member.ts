import { textOf } from '../../engine/case.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { day, oneOf, person, text } from '../../engine/field.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';

const recorders = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * A person of a subcontractor (再委託先の従事者), clause 17: may take part only on days on which
 * the node is active, whatever the period says.
 */
export const subcontractMember = declareCase({
  name: 'subcontract-member',
  preset: 'appointment',
  title: '再委託先の従事者',
  duty: null,
  house: true,
  fields: {
    subcontract: oneOf('再委託先', 'subcontract'),
    person: person('氏名'),
    task: text('担当する業務', 200),
    from: day('従事期間（始）'),
    until: day('従事期間（終）'),
  },
  steps: {
    named: {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: recorders,
      required: ['subcontract', 'person', 'from', 'until'],
      optional: ['task'],
      forbid: isReversed,
    },
    left: {
      title: '終了',
      from: ['named'],
      nature: 'fact',
      by: recorders,
      required: ['until'],
      optional: [],
      forbid: isReversed,
    },
  },
  final: ['left'],
  indexedBy: ['person', 'subcontract'],
});

function isReversed({ values }: Attempt): Refusal | null {
  const [from, until] = [textOf(values, 'from') ?? '', textOf(values, 'until') ?? ''];
  return until < from ? misfit('period-reversed') : null;
}
