import { textOf, textsOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { choice, count, duties, evidence, oneOf, text } from '../../engine/field.ts';
import { type Refusal, houseRule, misfit, wayOut } from '../../engine/refusal.ts';
import { levelOf } from '../milestones.ts';
import { lackingIn, unconfirmedIn } from './results.ts';

const keepers = ['chief-officer', 'manager'] as const;
const finding = { required: ['duties', 'result'], optional: ['clause', 'remarks'] } as const;

/**
 * Comparison of a subcontract's text with the annex, duty by duty (規定の対照), clauses 18.1 and
 * 18.3. The software may propose which clause states which duties; a named person confirms each
 * clause, and settles the whole once every duty is confirmed.
 */
export const clausesComparison = declareCase({
  name: 'clauses-comparison',
  preset: 'basics',
  title: '再委託契約の規定の対照',
  duty: null,
  fields: {
    subcontract: oneOf('再委託先', 'subcontract'),
    text: evidence('再委託契約の本文'),
    duties: duties('義務'),
    result: choice('対照の結果', {
      equal: '同等の規定がある',
      stricter: 'より厳しい規定がある',
      weaker: '規定が緩い',
      missing: '規定がない',
    }),
    clause: text('再委託契約の条項', 60),
    lackingCount: count('不足する規定の数', 0, 500),
    remarks: text('備考', 400),
  },
  steps: {
    imported: {
      title: '本文の登録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', ...keepers],
      required: ['subcontract', 'text'],
      optional: ['remarks'],
    },
    proposed: {
      title: '条項ごとの対照の案',
      from: ['imported', 'proposed'],
      nature: 'act',
      by: ['software', ...keepers],
      ...finding,
      forbid: isClauseless,
    },
    confirmed: {
      title: '条項ごとの確認',
      from: ['imported', 'proposed', 'confirmed', 'settled'],
      nature: 'fact',
      by: keepers,
      ...finding,
      forbid: isClauseless,
    },
    settled: {
      title: '対照の完了',
      from: ['confirmed'],
      nature: 'act',
      by: keepers,
      required: [],
      optional: ['remarks'],
      fill: ({ contract, before, today }) => ({
        lackingCount: before === undefined ? 0 : lackingIn(contract, before, today).length,
      }),
      forbid: isOpen,
    },
  },
  final: ['settled'],
  indexedBy: ['subcontract'],
});

/** What is found stands somewhere; what is missing does not. */
function isClauseless({ changes }: Attempt): Refusal | null {
  const isMissing = textOf(changes, 'result') === 'missing';
  const hasClause = textOf(changes, 'clause') !== null;
  if (textsOf(changes, 'duties').length === 0 || isMissing !== hasClause) return null;
  return isMissing
    ? misfit('field-unknown', { field: '再委託契約の条項' })
    : misfit('field-missing', { field: '再委託契約の条項' });
}

/** 18.1 asks for the clauses; comparing them duty by duty is our own rule. */
function isOpen({ contract, before, values, today }: Attempt): Refusal | null {
  const node = caseOf(contract, textOf(values, 'subcontract') ?? '');
  const open = before === undefined ? [] : unconfirmedIn(contract, before, today);
  if (node === undefined || open.length === 0) return null;
  return houseRule('clauses-unconfirmed', {
    duty: levelOf(node).clauses,
    parameters: { count: open.length, duty: open[0] ?? '' },
    wayOut: [wayOut('confirm-clauses', { count: open.length })],
  });
}
