import type { Parameters } from '../engine/refusal.ts';

/** Says what a parameter stands for: the name of a person, the number of a case, a day. */
export type Say = (value: string | number | undefined) => string;

type Sentence = (parameters: Parameters, say: Say) => string;

/** Why the software did not do something, in Japanese. A code is never renamed. */
export const refusalSentences = {
  'unknown-declaration': (p) => `「${p['declaration']}」という帳票はありません。`,
  'unknown-step': (p) => `「${p['declaration']}」に「${p['step']}」という操作はありません。`,
  'unknown-case': (p) => `「${p['case']}」は登録されていません。番号を確かめてください。`,
  'not-in-step': (p) => `${p['case']} は「${p['status']}」の状態のため、この操作はできません。`,
  'role-missing': (p, say) => `${say(p['actor'])} には、この操作を行う権限がありません。`,
  'occurred-in-future': () => '日時が現在より後です。起きた日時を入力してください。',
  'occurred-before-opening': (p) => `日時が ${p['case']} の最初の記録より前です。`,
  'field-missing': (p) => `「${p['field']}」を入力してください。`,
  'field-unknown': (p) => `「${p['field']}」という項目はこの操作にはありません。`,
  'field-malformed': (p) => `「${p['field']}」の書き方が正しくありません。`,
  'reference-unknown': (p) => `「${p['field']}」に指定した ${p['id']} は登録されていません。`,
  'individual-number-suspected': (p) =>
    `「${p['field']}」に個人番号と思われる12桁の数字があります。管理簿や届出に個人番号は書けません。`,
  'contract-not-set-up': () => '契約の基本事項がまだ登録されていません。',
  'contract-already-set-up': () => '契約の基本事項はすでに登録されています。',
  'annex-already-adopted': () => 'この特記事項はすでに採用されています。',
  'period-reversed': () => '終了日が開始日より前です。',
  'audit-officer-governed': (p, say) =>
    `${say(p['person'])} は同じ期間に管理責任者または事務取扱担当者であるため、監査責任者にはなれません。`,
  'audit-officer-holds': (p, say) =>
    `${say(p['person'])} は同じ期間に監査責任者であるため、${p['office']}にはなれません。`,
  'worker-as-audit-officer': (p, say) =>
    `${say(p['person'])} は受託業務の従事者です。従事者を監査責任者にできるかは、委託者の回答が必要です。`,
  'outside-manager-unapproved': (p, say) =>
    `${say(p['person'])} は従事者ではないため、委託者の許可なしに管理責任者にはなれません。`,
  'office-held-already': (p, say) =>
    `${say(p['person'])} は同じ期間にすでに${p['office']}として登録されています。`,
  'end-before-start': () => '終了日が開始日より前になります。',
  'end-after-period': (p) =>
    `離任日が従事期間の終わり（${p['until']}）より後です。先に期間の変更を記録してください。`,
  'nobody-to-file': (p) => `「${p['title']}」に載せる人がまだいません。`,
  'not-rendered': (p) => `${p['case']} はまだ印刷されていません。印刷してから提出してください。`,
  'papers-outstanding': (p) =>
    `次の届出がまだ委託者に届いていません：${p['missing']}。持ち出しの許可票は届出の後に出せます。`,
  'take-out-unapproved': () => 'この持ち出しを認める委託者の承認がありません。',
  'carrier-not-filed': (p, say) =>
    `${say(p['person'])} は、届出済みの管理責任者または事務取扱担当者ではありません。`,
  'thing-not-here': (p) => `${p['thing']} は現在手元にありません（${p['where']}）。`,
  'thing-ended': (p) => `${p['thing']} はすでに${p['where']}のため、この操作はできません。`,
  'return-before-take-out': () => '返却日時が持ち出し日時より前です。',
  'register-mismatch': (p) =>
    `${p['case']} は送付の記録に伴う持ち出しです。送付管理簿で記録してください。`,
} as const satisfies Record<string, Sentence>;

/** Code of a refusal. */
export type RefusalCode = keyof typeof refusalSentences;
