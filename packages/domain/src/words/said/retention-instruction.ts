import { countOf, textOf, textsOf } from '../../engine/case.ts';
import { openCasesOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { choice, count, day, text, things } from '../../engine/field.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import { word } from '../../presets/word.ts';

const keepUntil = day('保存期限の日');
const keepDays = count('保存日数', 0, 36_500);

/**
 * Instruction how long to keep (保存期間の指示), clause 22.1: for a kind of thing, or for some things
 * of it. A new one replaces the older one of the same subject from the day it begins.
 */
export const retentionInstruction = word({
  name: 'retention-instruction',
  title: '保存期間の指示',
  duty: 'retention',
  fields: {
    kind: choice('対象の種別', {
      paper: '印刷物・文書',
      medium: '記録媒体',
      device: '情報システム機器',
      package: '暗号化した受渡しファイル',
      file: '特定個人情報ファイル（電子）',
    }),
    things: things('対象のもの（種別の全部でないとき）'),
    keep: choice('保存期間', {
      'until-day': '指定の日まで',
      'until-contract-end': '契約の終了まで',
      'days-after-receipt': '受領・作成から日数',
    }),
    keepUntil,
    keepDays,
    contents: text('指示の内容', 400),
  },
  says: ['kind', 'keep', 'contents'],
  maySay: ['things', 'keepUntil', 'keepDays'],
  forbid: lacksItsEnd,
  replaces: olderOfSameSubject,
  indexedBy: ['kind'],
});

function lacksItsEnd({ values }: Attempt): Refusal | null {
  const keep = textOf(values, 'keep');
  if (keep === 'until-day' && textOf(values, 'keepUntil') === null) {
    return misfit('field-missing', { field: keepUntil.label });
  }
  return keep === 'days-after-receipt' && countOf(values, 'keepDays') === null
    ? misfit('field-missing', { field: keepDays.label })
    : null;
}

/** What is still open of the same kind and the same things, and was given earlier. */
function olderOfSameSubject({ contract, id, values, occurredAt }: Attempt): readonly string[] {
  const subjectOf = (said: Attempt['values']) =>
    [textOf(said, 'kind'), ...textsOf(said, 'things').toSorted()].join(' ');
  return [...openCasesOf(contract, 'retention-instruction')]
    .filter((older) => older.id !== id && older.steps[0].occurredAt <= occurredAt)
    .filter((older) => subjectOf(older.values) === subjectOf(values))
    .map((older) => older.id);
}
