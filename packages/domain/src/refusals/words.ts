import type { Codes } from './codes.ts';

/** Codes of the client's words, each with what it says in Japanese. A code is never renamed. */
export const wordsCodes = {
  refusals: {
    'client-speaks-by-account': () =>
      '委託者のアカウントでは、形式は「委託者のアカウント」としてください。',
    'account-not-of-client': (p, say) =>
      `${say(p['actor'])} は委託者のアカウントではありません。書面か口頭かを選んでください。`,
    'word-of-account': (p) =>
      `${p['case']} は委託者の担当者がアカウントで記録したものです。期限の変更と取消しは、委託者の側で記録します。`,
    'agreed-after-granting': () =>
      '認められた日または決定した日が、承認の日より後です。両方がそろった日時で記録してください。',
    'answer-mismatch': (p) =>
      `${p['case']} の回答と承認が合いません。承認されたときは、申請の後に与えられた承認を選んでください。`,
    'standing-questions-started': () => '当初の協議事項はすでに登録されています。',
  },
  waysOut: {
    'client-records-it': () =>
      '委託者の担当者に、委託者のアカウントで記録するよう依頼してください。',
  },
  deviations: {
    'word-contradicted': '委託者が述べていないとする承認・指示等',
    'request-answered-late': '委託者の求めへの回答の遅れ',
  },
  warnings: {},
} as const satisfies Codes;
