import type { Codes } from './codes.ts';

/** Codes of education, each with what it says in Japanese. A code is never renamed. */
export const trainingCodes = {
  refusals: {
    'attended-and-absent': (p, say) =>
      `${say(p['person'])} が「受講した者」と「欠席した者」の両方にあります。`,
  },
  waysOut: {},
  deviations: {},
  warnings: {},
} as const satisfies Codes;
