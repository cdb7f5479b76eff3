import type { Codes } from './codes.ts';

/** Codes of what is taken out, sent, used and copied, each with what it says in Japanese. A code is never renamed. */
export const movementsCodes = {
  refusals: {
    'papers-outstanding': (p) =>
      `次の届出がまだ委託者に届いていません：${p['missing']}。持ち出しの許可票は届出の後に出せます。`,
    'take-out-unapproved': () => 'この持ち出しを認める委託者の承認がありません。',
    'copy-unapproved': () => 'この複製を認める委託者の承認がありません。',
    'carrier-not-filed': (p, say) =>
      `${say(p['person'])} は、届出済みの管理責任者または事務取扱担当者ではありません。`,
    'purpose-not-of-contract': () =>
      '契約の利用目的が選ばれていないか、その期間の外か、対象物の利用目的ではありません。契約の目的のほかには使えません。',
    'recipient-not-allowed': (p, say) =>
      `${say(p['place'])} は、委託者・受託者・承認された再委託先の施設ではなく、委託者の仕様や指示で提供先とされてもいません。`,
    'register-mismatch': (p) =>
      `${p['case']} は送付の記録に伴う持ち出しです。送付管理簿で記録してください。`,
    'tracking-number-misread': (p) =>
      `追跡番号 ${p['number']} は、桁数または検査数字が運送事業者の番号と合いません。`,
    'destination-not-kept-at': (p) =>
      `${p['case']} の持ち出し先は受託者の施設ではないため、移動先での保管にはできません。`,
    'receipt-awaited': (p) =>
      `${p['case']} は受領まで追跡する送付です。受領または返送を記録してください。`,
  },
  waysOut: {
    'obtain-approval-covering': (p) =>
      `「${p['approval']}」の承認（対象・行き先・期間を含むもの）を委託者から得て記録すると行えます。`,
    'deliver-papers': (p) => `届出（${p['missing']}）を提出し、受領を記録すると行えます。`,
    'file-handler': () => '事務取扱担当者名簿に載せて提出し、受領を記録すると行えます。',
    'record-fact': () => 'すでに行った場合は、事実として記録してください（逸脱として残ります）。',
    'choose-purpose': () => '契約の利用目的の中から選んでください。',
    'declare-purpose': () => '契約書にある利用目的を「契約の利用目的」に登録すると選べます。',
    'record-recipient-word': () =>
      '委託者の仕様・指示で提供先とされているときは、その記録を選ぶと行えます。',
    'obtain-subcontract-approval': () =>
      '再委託先に渡すときは、再委託の承認を得て記録し、根拠として選ぶと行えます。',
    'read-again': () => '控えをもう一度見て、番号と運送事業者を確かめてください。',
    'declare-as-printed': (p) =>
      `控えのとおりであれば「${p['field']}」を選ぶと記録できます（記録に残ります）。`,
  },
  deviations: {
    'carried-by-unfiled-person': '届出のない者による持ち運び',
    'handed-over-by-unfiled-person': '届出のない者による授受',
    'media-unprotected': '記録媒体の暗号化がない持ち出し・送付',
    'paper-unprotected': '目隠し・封緘等のない持ち出し・送付',
    'untraceable-sending': '追跡できない方法での送付',
    'sent-over-internet': 'インターネットを介した送信',
    'internet-path-open': 'インターネットへ送信できる経路が防がれていない状態',
    'provided-to-third-party': '第三者への提供',
    'outside-purpose': '契約の目的の外での利用',
    'approver-missing': '社内の承認者のない持ち出し',
    lost: '紛失・不着',
    'read-by-non-handler': '事務取扱担当者でない者による文書の閲覧',
    'used-outside-range': '定められた範囲の外の文書の閲覧',
    'copy-without-approval': '承認のない複製',
    'approval-unproven': '書面で確かめられていない口頭の承認・指示による持ち出し・送付・複製',
  },
  warnings: {
    'same-person-confirmed':
      '返却した人と返却を確認した人が同じです。できれば別の人が確認してください。',
    'return-not-planned': '返却予定日がありません。いつ戻るかを決めて記録してください。',
    'received-after-expected': '到着予定日より後の受領です。',
    'ended-after-planned': '返却予定日より後の返却・引渡しです。',
    'used-while-out':
      '持ち出し中の文書の利用です。持ち出し先で利用したのでなければ、返却の記録を確かめてください。',
    'bulk-list-missing': '複数の宛先への送付です。送付先の一覧を添えてください。',
    'number-as-printed': '追跡番号を控えのとおりとして記録しました。検査数字は合っていません。',
    'encryption-not-on-record':
      '暗号化したとされていますが、対象物の登録では暗号化されていないものがあります。',
  },
} as const satisfies Codes;
