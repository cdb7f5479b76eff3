import type { Parameters } from '../engine/refusal.ts';
import type { Say } from './sentences.ts';

type Sentence = (parameters: Parameters, say: Say) => string;

/** The shortest lawful ways out of a refusal, in Japanese: what becomes possible after what. */
export const wayOutSentences = {
  'obtain-approval': (p) => `委託者から「${p['approval']}」を得て記録すると行えます。`,
  'obtain-approval-covering': (p) =>
    `「${p['approval']}」の承認（対象・持ち出し先・期間を含むもの）を委託者から得て記録すると行えます。`,
  'obtain-answer': () => '疑義の協議（第30条）で委託者の回答を得て記録すると行えます。',
  'choose-another-person': () => '別の人を選んでください。',
  'end-other-office': (p) =>
    `先に${p['office']}の終了を記録し、期間が重ならないようにしてください。`,
  'deliver-papers': (p) => `届出（${p['missing']}）を提出し、受領を記録すると行えます。`,
  'file-handler': () => '事務取扱担当者名簿に載せて提出し、受領を記録すると行えます。',
  'record-return': (p) => `${p['case']} の返却または引渡しを先に記録してください。`,
  'record-fact': () =>
    'すでに持ち出した場合は、事実として「持出」を記録してください（逸脱として残ります）。',
  'remove-number': () => '個人番号を削除して入力し直してください。',
  'declare-false-alarm': (p) =>
    `個人番号でなければ「${p['field']}」を誤検知として申告できます（記録に残ります）。`,
  'render-first': () => '届出を印刷すると提出を記録できます。',
  'ask-person-in-charge': (p) => `この操作は ${p['roles']} が行えます。`,
  'set-up-first': () => '契約の準備で基本事項を登録してください。',
} as const satisfies Record<string, Sentence>;

/** Code of a way out. */
export type WayOutCode = keyof typeof wayOutSentences;
