import type { Codes } from './codes.ts';

/** Codes of the client's words, each with what it says in Japanese. A code is never renamed. */
export const wordsCodes = {
  refusals: {
    'client-speaks-by-account': () =>
      '委託者のアカウントでは、形式は「委託者のアカウント」としてください。',
    'account-not-of-client': (p, say) =>
      `${say(p['actor'])} は委託者のアカウントではありません。書面か口頭かを選んでください。`,
    'agreed-after-granting': () =>
      '認められた日または決定した日が、承認の日より後です。両方がそろった日時で記録してください。',
  },
  waysOut: {},
  deviations: {
    'approval-contradicted': '委託者が承認していないとする承認',
  },
  warnings: {},
} as const satisfies Codes;
