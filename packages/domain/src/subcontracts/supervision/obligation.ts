import { declareCase } from '../../engine/declare.ts';
import { choice, text } from '../../engine/field.ts';

const recorders = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * A duty of the main contract or of the security annex (本契約・情報セキュリティの義務): 18.2 has
 * subcontractors keep these too, so that the list of what a supervision looks at holds them beside
 * the duties of this annex.
 */
export const contractObligation = declareCase({
  name: 'contract-obligation',
  preset: 'basics',
  title: '本契約・情報セキュリティの義務',
  duty: 'subcontract-supervision',
  fields: {
    source: choice('出所', {
      'main-contract': '契約本文',
      'security-annex': '情報セキュリティの特記事項',
    }),
    clause: text('条項', 60),
    obligation: text('義務の内容', 400),
    remarks: text('備考', 400),
  },
  steps: {
    recorded: {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: recorders,
      required: ['source', 'obligation'],
      optional: ['clause', 'remarks'],
    },
    removed: {
      title: '対象外',
      from: ['recorded'],
      nature: 'fact',
      by: recorders,
      required: ['remarks'],
      optional: [],
    },
  },
  final: ['removed'],
  correctable: ['clause', 'obligation'],
});
