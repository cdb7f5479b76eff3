import { textOf } from '../engine/case.ts';
import { casesWith } from '../engine/lines.ts';
import type { Attempt } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { choice, evidence, text } from '../engine/field.ts';
import { type Refusal, misfit } from '../engine/refusal.ts';

/** The filings the annex asks for on a form the client designates, by the duty each follows from. */
const filings = {
  'chief-officer': '総括責任者の届出',
  'audit-officer': '監査責任者の届出',
  manager: '管理責任者の届出',
  'subcontract-confirmation': '再委託先の措置の確認書',
  'resubcontract-confirmation': '再々委託先の措置の確認書',
} as const;

const keepers = ['set-up', 'chief-officer', 'manager'] as const;
const speakers = [...keepers, 'client-officer'] as const;
const answer = ['clientPerson', 'clientReference'] as const;
const form = { required: ['form'], optional: ['tags', 'remarks'] } as const;

/**
 * The form the client designates for a filing (指定する書面), clauses 6, 7, 8, 17.2 and 17.4(1), or
 * its answer that our own layout will do. One case for each filing, so that its history is whole.
 */
export const designatedForm = declareCase({
  name: 'designated-form',
  preset: 'basics',
  title: '指定様式',
  duty: null,
  fields: {
    filing: choice('対象の届出', filings),
    clientPerson: text('回答した委託者の担当者', 100),
    clientReference: text('委託者の文書番号・確認の記録', 200),
    form: evidence('様式のファイル'),
    tags: text('様式の差込項目（1行に1つ）', 4000),
    remarks: text('備考', 400),
  },
  steps: {
    designated: {
      title: '様式の指定の記録',
      from: ['new', 'own-accepted'],
      nature: 'fact',
      by: speakers,
      required: ['clientReference'],
      optional: ['filing', 'clientPerson', 'remarks'],
      forbid: doesNotFit,
    },
    uploaded: {
      title: '様式の登録',
      from: ['designated'],
      nature: 'fact',
      by: keepers,
      ...form,
    },
    replaced: {
      title: '様式の差替え',
      from: ['uploaded', 'replaced'],
      nature: 'fact',
      by: keepers,
      required: [...form.required, 'clientReference'],
      optional: form.optional,
    },
    'own-accepted': {
      title: '当方の様式でよいとの回答の記録',
      from: ['new', 'designated', 'uploaded', 'replaced'],
      nature: 'fact',
      by: speakers,
      required: answer,
      optional: ['filing', 'remarks'],
      forbid: doesNotFit,
    },
  },
  indexedBy: ['filing'],
});

/** A filing has one such case, and a case keeps to its filing. */
function doesNotFit({ contract, before, values }: Attempt): Refusal | null {
  const value = textOf(values, 'filing');
  if (value === null) return misfit('field-missing', { field: '対象の届出' });
  if (before !== undefined) {
    return textOf(before.values, 'filing') === value
      ? null
      : misfit('designation-kept-already', { case: before.id });
  }
  const [found] = casesWith(contract, 'designated-form', { field: 'filing', value });
  return found === undefined ? null : misfit('designation-kept-already', { case: found.id });
}
