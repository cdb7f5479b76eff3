import type { Codes } from './codes.ts';

/** Codes of things and places, each with what it says in Japanese. A code is never renamed. */
export const thingsCodes = {
  refusals: {
    'thing-not-here': (p) => `${p['thing']} は現在手元にありません（${p['where']}）。`,
    'thing-ended': (p) => `${p['thing']} はすでに${p['where']}のため、この操作はできません。`,
  },
  waysOut: {
    'record-return': (p) => `${p['case']} の返却または引渡しを先に記録してください。`,
  },
  deviations: {
    'copy-without-approval': '承認のない複製',
  },
  warnings: {},
} as const satisfies Codes;
