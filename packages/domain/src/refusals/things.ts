import type { Codes } from './codes.ts';

/** Codes of things and places, each with what it says in Japanese. A code is never renamed. */
export const thingsCodes = {
  refusals: {
    'thing-not-here': (p) => `${p['thing']} は現在手元にありません（${p['where']}）。`,
    'thing-ended': (p) => `${p['thing']} はすでに${p['where']}のため、この操作はできません。`,
  },
  waysOut: {
    'state-when-it-happened': () =>
      'すでに起きたことであれば、その日時を入力すると記録できます（確認の必要な記録として残ります）。',
    'record-return': (p) => `${p['case']} の返却または引渡しを先に記録してください。`,
  },
  deviations: {
    'register-contradicted': '管理簿のほかの記録と合わない記録（確認が必要）',
    'received-by-other': '管理責任者・事務取扱担当者、委託者の担当者のほかの者による受領',
    'take-out-without-approval': '承認のない持ち出し',
    'move-not-in-register': '持出管理簿に記録のない区域の外への移動',
  },
  warnings: {
    'ended-while-out':
      '持ち出し先での返還・廃棄として記録しました。持出管理簿の記録もあわせて終わります（ほかの対象物が残る場合を除きます）。',
    'return-belongs-in-register':
      '手渡しでの返還は持ち出しにもあたります。送付管理簿に「持参」で記録すると、持出管理簿にも同時に載ります。',
  },
} as const satisfies Codes;
