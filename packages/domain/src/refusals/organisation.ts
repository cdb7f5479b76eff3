import type { Codes } from './codes.ts';

/** Codes of people and offices, each with what it says in Japanese. A code is never renamed. */
export const organisationCodes = {
  refusals: {
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
    'chief-officer-in-place': () =>
      '総括責任者がいる間は、次の総括責任者の選任は総括責任者が行います。',
    'end-before-start': () => '終了日が開始日より前になります。',
    'end-after-period': (p) =>
      `離任日が従事期間の終わり（${p['until']}）より後です。先に期間の変更を記録してください。`,
    'office-begun': () => 'すでに期間が始まっているため取り消せません。離任を記録してください。',
    'person-left': (p, say) => `${say(p['person'])} はすでに退職・転出等の記録があります。`,
    'nobody-to-file': (p) => `「${p['title']}」に載せる人がまだいません。`,
  },
  waysOut: {
    'obtain-answer': () => '疑義の協議で委託者の回答を得て記録すると行えます。',
    'end-other-office': (p) =>
      `先に${p['office']}の終了を記録し、期間が重ならないようにしてください。`,
  },
  deviations: {
    'change-filed-late': '変更の届出の遅れ',
  },
  warnings: {
    'would-audit-own-months':
      'この人は以前、事務取扱担当者または管理責任者でした。監査では本人が担当した期間を本人が点検することになります。',
    'audit-officer-is-worker':
      'この人は監査責任者です。従事者になると、委託者の回答がない限り、その日から監査責任者でいることはできません。',
    'manager-no-worker-any-more':
      'この人は管理責任者です。従事者でなくなると、委託者の許可がない限り、その日から管理責任者でいることはできません。',
    'chief-officer-also-audits':
      'この人は総括責任者でもあります。特記事項は禁じていませんが、監査の独立性について説明を求められることがあります。',
  },
} as const satisfies Codes;
