import type { Codes } from './codes.ts';

/** Codes of the area of the contract itself, each with what it says in Japanese. A code is never renamed. */
export const contractCodes = {
  refusals: {
    'contract-already-set-up': () => '契約の基本事項はすでに登録されています。',
    'annex-already-adopted': () => 'この特記事項はすでに採用されています。',
    'designation-kept-already': (p) =>
      `この届出の様式については ${p['case']} にすでに記録があります。そちらに続けて記録してください。`,
    'designated-form-not-kept': () =>
      '委託者の指定する様式が登録されていないため、指定様式では作成できません。',
    'substitute-without-statements': (p) =>
      `代わりとする届出に必要な明記がありません：${p['statements']}`,
  },
  waysOut: {
    'upload-designated-form': () => '委託者の指定する様式を登録すると作成できます。',
    'state-in-substitute': () =>
      '必要な事項を明記した届出に改め、明記したことを確かめて記録してください。',
    'file-own-paper': () => '代わりの届出を使わず、この届出の書面を作成して提出してください。',
  },
  deviations: {
    'found-by-person': '点検等で見付かった逸脱',
  },
  warnings: {
    'breach-set-aside':
      '特記事項では、違反やその兆候も委託者への報告を要する事故等に含まれます。事故等にあたらないとした理由を、委託者に説明できるか確かめてください。',
    'decides-own-deviation':
      '逸脱のあった記録の承認者・行為者または入力者が判断しています。できれば別の人が判断してください。',
  },
} as const satisfies Codes;
