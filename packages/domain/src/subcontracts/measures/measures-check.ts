import { textOf, textsOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { choice, duties, evidence, oneOf, text } from '../../engine/field.ts';
import { type Refusal, forbidden, misfit, wayOut } from '../../engine/refusal.ts';
import { levelOf } from '../milestones.ts';
import { measuresLacking } from './answers.ts';
import { isMeasure } from './measure-list.ts';

const recorders = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * Check that a subcontractor takes all safety measures of the annex (安全管理措置の確認), 17.2 and
 * 17.4(1): each answered on evidence, several at once where one paper shows them. It is confirmed
 * only once no measure is left open.
 */
export const measuresCheck = declareCase({
  name: 'measures-check',
  preset: 'basics',
  title: '安全管理措置の確認',
  duty: null,
  fields: {
    subcontract: oneOf('再委託先', 'subcontract'),
    duties: duties('安全管理措置'),
    answer: choice('確認の結果', {
      taken: '講じられている',
      'not-needed': '該当しない',
      lacking: '不足している',
    }),
    shownBy: evidence('確認の根拠'),
    reason: text('理由', 400),
    remarks: text('備考', 400),
  },
  steps: {
    opened: {
      title: '確認の開始',
      from: ['new'],
      nature: 'fact',
      by: recorders,
      required: ['subcontract'],
      optional: ['remarks'],
    },
    answered: {
      title: '措置ごとの確認',
      from: ['opened', 'answered', 'confirmed'],
      nature: 'fact',
      by: recorders,
      required: ['duties', 'answer'],
      optional: ['shownBy', 'reason'],
      forbid: isUnfounded,
    },
    confirmed: {
      title: 'すべての措置の確認',
      from: ['answered'],
      nature: 'act',
      by: ['chief-officer', 'manager'],
      required: [],
      optional: ['remarks'],
      forbid: isIncomplete,
    },
  },
  final: ['confirmed'],
  indexedBy: ['subcontract'],
});

/** A measure that is taken is shown by evidence; one that is not needed or lacks says why. */
function isUnfounded({ changes }: Attempt): Refusal | null {
  const stranger = textsOf(changes, 'duties').find((duty) => !isMeasure(duty));
  if (stranger !== undefined) return misfit('not-a-measure', { duty: stranger });
  const needed = textOf(changes, 'answer') === 'taken' ? 'shownBy' : 'reason';
  if (changes[needed] !== undefined) return null;
  return misfit('field-missing', { field: measuresCheck.fields[needed]?.label ?? needed });
}

function isIncomplete({ contract, before, values }: Attempt): Refusal | null {
  const node = caseOf(contract, textOf(values, 'subcontract') ?? '');
  const lacking = before === undefined ? [] : measuresLacking(before);
  if (node === undefined || lacking.length === 0) return null;
  return forbidden('measures-unconfirmed', {
    duty: levelOf(node).confirmation,
    parameters: { count: lacking.length, duty: lacking[0] ?? '' },
    wayOut: [wayOut('answer-measures', { count: lacking.length })],
  });
}
