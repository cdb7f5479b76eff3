/** Things that happened against a duty (逸脱), in Japanese: accepted as facts, then asked about. */
export const deviationSentences = {
  'take-out-without-approval': '承認のない持ち出し',
  'copy-without-approval': '承認のない複製',
  'carried-by-unfiled-person': '届出のない者による持ち運び',
  'media-unprotected': '記録媒体の暗号化がない持ち出し・送付',
  'paper-unprotected': '目隠し・封緘等のない持ち出し・送付',
  'untraceable-sending': '追跡できない方法での送付',
  'recorded-late': '管理簿への記録の遅れ',
  'change-filed-late': '変更の届出の遅れ',
} as const satisfies Record<string, string>;

/** Code of a deviation. */
export type DeviationCode = keyof typeof deviationSentences;
