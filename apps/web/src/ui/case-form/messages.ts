/** What a form made of a declared step says. */
export const messages = {
  occurredAt: 'いつのことか',
  occurredHint: '実際に行った日時です。後日の記録には「遅延記録」の印が残ります。',
  occurredProblem: '日時を入力してください。',
  record: (title: string) =>
    title.endsWith('登録') ? `${title}する` : `${title.replace(/の記録$/u, '')}を記録する`,
  recording: '記録しています',
  recordNext: '記録して次の1件を入力する',
  refused: '記録できませんでした',
  wouldBeRefused: 'このままでは記録できません',
  wouldFit: 'この内容で記録できます。',
  wouldFitWithWarnings: 'この内容で記録できます。次の点を確かめてください。',
  recorded: (subject: string) => `${subject}を記録しました。`,
  warnings: '記録しました。次の点を確かめてください。',
  readAgain: '最新の内容を読み直す',
  identify: '本人の確認',
  identifyLead: '大切な操作のため、パスワードと認証アプリの番号をもう一度入力してください。',
  password: 'パスワード',
  code: '認証アプリの番号（6桁）',
  confirm: '確認して記録する',
} as const;
