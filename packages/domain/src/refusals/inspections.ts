import type { Codes } from './codes.ts';

/** Codes of inspections and reports to the client, each with what it says in Japanese. A code is never renamed. */
export const inspectionsCodes = {
  refusals: {
    'report-of-later-day': () => '報告の基準日が今日より後です。',
    'report-mismatch': (p) =>
      `報告の件数が記録と合いません。義務は全部で ${p['duties']} 件です。システムで作成し直してください。`,
  },
  waysOut: {},
  deviations: {
    'compliance-reported-late': '遵守状況の報告の遅れ',
  },
  warnings: {},
} as const satisfies Codes;
