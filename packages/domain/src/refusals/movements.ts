import type { Codes } from './codes.ts';

/** Codes of what is taken out, sent and copied, each with what it says in Japanese. A code is never renamed. */
export const movementsCodes = {
  refusals: {
    'papers-outstanding': (p) =>
      `次の届出がまだ委託者に届いていません：${p['missing']}。持ち出しの許可票は届出の後に出せます。`,
    'take-out-unapproved': () => 'この持ち出しを認める委託者の承認がありません。',
    'carrier-not-filed': (p, say) =>
      `${say(p['person'])} は、届出済みの管理責任者または事務取扱担当者ではありません。`,
    'return-before-take-out': () => '返却日時が持ち出し日時より前です。',
    'register-mismatch': (p) =>
      `${p['case']} は送付の記録に伴う持ち出しです。送付管理簿で記録してください。`,
  },
  waysOut: {
    'obtain-approval-covering': (p) =>
      `「${p['approval']}」の承認（対象・持ち出し先・期間を含むもの）を委託者から得て記録すると行えます。`,
    'deliver-papers': (p) => `届出（${p['missing']}）を提出し、受領を記録すると行えます。`,
    'file-handler': () => '事務取扱担当者名簿に載せて提出し、受領を記録すると行えます。',
    'record-fact': () =>
      'すでに持ち出した場合は、事実として「持出」を記録してください（逸脱として残ります）。',
  },
  deviations: {
    'take-out-without-approval': '承認のない持ち出し',
    'carried-by-unfiled-person': '届出のない者による持ち運び',
    'media-unprotected': '記録媒体の暗号化がない持ち出し・送付',
    'paper-unprotected': '目隠し・封緘等のない持ち出し・送付',
    'untraceable-sending': '追跡できない方法での送付',
  },
  warnings: {
    'same-person-confirmed':
      '返却した人と返却を確認した人が同じです。できれば別の人が確認してください。',
  },
} as const satisfies Codes;
