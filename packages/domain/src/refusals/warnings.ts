/** What a person should know although nothing forbids it, in Japanese. */
export const warningSentences = {
  'would-audit-own-months':
    'この人は以前、事務取扱担当者または管理責任者でした。監査では本人が担当した期間を本人が点検することになります。',
  'chief-officer-also-audits':
    'この人は総括責任者でもあります。特記事項は禁じていませんが、監査の独立性について説明を求められることがあります。',
  'same-person-confirmed':
    '返却した人と返却を確認した人が同じです。できれば別の人が確認してください。',
  'recorded-on-later-day': '起きた日より後の日に記録しました。遅延記録として残ります。',
  'oral-approval': '口頭の承認です。書面が届くまで「口頭・未確認」として残ります。',
} as const satisfies Record<string, string>;

/** Code of a warning. */
export type WarningCode = keyof typeof warningSentences;

/** Whether a text names a warning. */
export function isWarningCode(code: string): code is WarningCode {
  return Object.hasOwn(warningSentences, code);
}
