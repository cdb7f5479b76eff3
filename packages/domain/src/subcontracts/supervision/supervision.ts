import { declareCase } from '../../engine/declare.ts';
import {
  choice,
  count,
  duties,
  evidence,
  oneOf,
  person,
  someOf,
  text,
} from '../../engine/field.ts';

const results = { kept: '履行されている', findings: '指摘あり', 'not-due': '今回は対象外' };

/**
 * Supervision of a subcontractor (再委託先の監督), clauses 18.2 and 18.3: at every depth, of every
 * duty of the main contract, of the security annex and of this annex. A subcontractor without the
 * system answers by a report that is uploaded here.
 */
export const subcontractSupervision = declareCase({
  name: 'subcontract-supervision',
  preset: 'register',
  title: '再委託先の監督記録',
  duty: null,
  house: true,
  fields: {
    subcontract: oneOf('再委託先', 'subcontract'),
    way: choice('監督の方法', {
      visit: '実地の確認',
      report: '報告書の受領',
      meeting: '面談・聴取',
    }),
    supervisor: person('監督した者'),
    mainContract: choice('契約本文の義務', results),
    securityAnnex: choice('情報セキュリティの特記事項の義務', results),
    annex: choice('特定個人情報の特記事項の義務', results),
    obligations: someOf('確認した本契約等の義務', 'contract-obligation'),
    duties: duties('確認した特定個人情報の義務'),
    findingsCount: count('指摘の数', 0, 500),
    report: evidence('報告書'),
    remarks: text('確認した内容', 1000),
  },
  steps: {
    recorded: {
      title: '監督の記録',
      from: ['new'],
      nature: 'fact',
      by: ['chief-officer', 'manager'],
      required: [
        'subcontract',
        'way',
        'supervisor',
        'mainContract',
        'securityAnnex',
        'annex',
        'findingsCount',
      ],
      optional: ['obligations', 'duties', 'report', 'remarks'],
      warnings: ({ values }) =>
        checked.some((name) => values[name] === 'not-due') ? ['supervision-partial'] : [],
    },
  },
  final: ['recorded'],
  correctable: ['findingsCount', 'report', 'remarks'],
  indexedBy: ['subcontract'],
});

/** The three sets of duties a supervision looks at. */
const checked = ['mainContract', 'securityAnnex', 'annex'] as const;
