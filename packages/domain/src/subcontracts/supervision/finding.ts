import { declareCase } from '../../engine/declare.ts';
import { voidingOfFindings } from '../../engine/voiding.ts';
import { choice, day, duties, evidence, oneOf, text } from '../../engine/field.ts';

const recorders = ['chief-officer', 'manager'] as const;

/** A finding of a supervision (監督での指摘), clauses 18.2 and 18.3: open until it was put right. */
export const supervisionFinding = declareCase({
  name: 'supervision-finding',
  preset: 'register',
  title: '再委託先への指摘',
  duty: null,
  house: true,
  fields: {
    subcontract: oneOf('再委託先', 'subcontract'),
    supervision: oneOf('監督記録', 'subcontract-supervision'),
    of: choice('義務の出所', {
      annex: '特定個人情報の特記事項',
      'security-annex': '情報セキュリティの特記事項',
      'main-contract': '契約本文',
    }),
    duties: duties('関係する義務'),
    finding: text('指摘の内容', 1000),
    dueOn: day('改善の期限'),
    answer: evidence('改善の報告'),
    outcome: text('改善の確認', 1000),
  },
  steps: {
    found: {
      title: '指摘',
      from: ['new'],
      nature: 'fact',
      by: recorders,
      required: ['subcontract', 'of', 'finding', 'dueOn'],
      optional: ['supervision', 'duties'],
    },
    resolved: {
      title: '改善の確認',
      from: ['found'],
      nature: 'fact',
      by: recorders,
      required: ['outcome'],
      optional: ['answer'],
    },
  },
  final: ['resolved'],
  indexedBy: ['subcontract'],
  voiding: voidingOfFindings,
});
