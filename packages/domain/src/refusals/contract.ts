import type { Codes } from './codes.ts';

/** Codes of the area of the contract itself, each with what it says in Japanese. A code is never renamed. */
export const contractCodes = {
  refusals: {
    'contract-already-set-up': () => '契約の基本事項はすでに登録されています。',
    'annex-already-adopted': () => 'この特記事項はすでに採用されています。',
  },
  waysOut: {},
  deviations: {},
  warnings: {},
} as const satisfies Codes;
