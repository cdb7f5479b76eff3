import { formatEraWithYear, parseDay } from '@kanribo/kernel';

/** A day as people here write it. */
function dayText(text: string): string {
  const day = parseDay(text);
  return day.ok ? formatEraWithYear(day.value) : text;
}

/** Accounts, contracts and the state of the machine. */
export const messages = {
  title: '利用者とシステムの管理',
  lead: '利用者を招待し、契約の関係者と結び付けます。システム管理者であっても、関わりのない契約の内容は見られません。',
  contents: 'この画面の内容',
  accounts: '利用者',
  accountsEmpty: 'あなたが管理できる利用者はいません。',
  name: '氏名',
  signInId: 'ID',
  state: '状態',
  states: { invited: '招待中', active: '利用中', suspended: '停止中' },
  because: { decided: '管理者の判断', dormant: '長期間利用なし' },
  administrator: 'システム管理者',
  locked: '失敗が続き、待ち時間中',
  bindings: '関わる契約',
  noBindings: 'なし',
  setUpPerson: '契約の準備を行う人',
  lastSignInAt: '前回のサインイン',
  wayBackOffered: '機械の操作（コマンド）で、登録をやり直すリンクが発行されました',
  never: 'なし',
  manage: '操作',
  open: '操作を選ぶ',
  manageTitle: (name: string) => `${name}の利用の管理`,
  deeds: {
    suspendAccount: '利用を停止する',
    resumeAccount: '利用の停止を解く',
    unlockAccount: '待ち時間を解く',
    endAccountSessions: 'すべての端末をサインアウトさせる',
    inviteAgain: '招待し直す',
  },
  inviteAgainLead:
    '認証アプリや回復コードを失った人には、招待し直してください。それまでの認証の手段は使えなくなります。',
  naming: '名称を確かめています',
  unseenContract: (id: string) => `あなたに関わりのない契約（${id}）`,
  unseenPerson: (id: string) => `今は選べない関係者（${id}）`,
  unbind: (contract: string, person: string) => `「${contract}」の${person}との結び付けを解く`,
  audits: ({ until, isOn }: { until: string; isOn: boolean }) =>
    `（外部の監査人：${isOn ? `${dayText(until)}まで` : '終了'}）`,
  endAudit: (contract: string) => `「${contract}」の外部の監査人としての閲覧を終える`,
  devices: '登録端末',
  devicesLead:
    '一つの端末に内蔵され、複製できないパスキーは、その端末の登録に使えます。端末の前で本人と確かめてから登録してください。パスキーが取り除かれると、登録も終わります。',
  devicePasskeys: 'パスキーと登録端末',
  devicePasskey: 'パスキー',
  deviceState: '登録',
  deviceTitle: '端末の名前',
  deviceTitleHint: '例：窓口の端末1（机や管理番号など、端末が分かる名前。氏名は入れません）',
  deviceTitleProblem: '60文字以内で端末の名前を入力してください。',
  deviceChoice: '登録するパスキー',
  deviceChoiceProblem: 'パスキーを選んでください。',
  deviceFree: '登録していません',
  unfit: {
    'passkey-untold':
      '端末の情報を控える前のパスキーです。本人がその端末で登録し直すと、登録端末にできます。',
    'passkey-copiable': 'ほかの端末に複製できるため、登録端末にできません。',
    'passkey-roaming': '端末に内蔵されたものではないため、登録端末にできません。',
  },
  registerDevice: '端末を登録する',
  removeDevice: '登録を取り消す',
  bind: '契約への関わりを加える',
  bindLead:
    '契約の関係者と結び付けるか、外部の監査人として期日まで見られるようにします。監査の期日を延ばすときは、同じ契約と新しい期日を選びます。',
  bound: '結び付けました。',
  done: '行いました。',
  refused: '行えませんでした',
  invite: '利用者を招待する',
  inviteLead: '招待すると、一度だけ使えるリンクが下に表示されます。本人に直接渡してください。',
  signInIdHint: '半角の英小文字・数字・「.」「_」「-」で3文字から40文字までです。',
  signInIdProblem: 'IDを半角の英小文字・数字・「.」「_」「-」で3文字から40文字までにしてください。',
  displayName: '氏名',
  displayNameProblem: '氏名を60文字以内で入力してください。',
  asAdministrator: 'システム管理者にする',
  contract: '関わる契約',
  noContract: 'まだ結び付けない',
  person: 'その契約での立場',
  personHint: '契約の「体制」に登録された人から選びます。外部の監査人は、期日まで見るだけです。',
  personProblem: '関係者を選んでください。',
  personChoice: ({
    name,
    affiliation,
    number,
  }: {
    name: string;
    affiliation: string;
    number: string;
  }) => `${name}（${affiliation === '' ? '' : `${affiliation}・`}番号${number}）`,
  auditorChoice: '外部の監査人（期日まで見るだけ）',
  until: '監査の最後の日',
  untilHint: '今日から1年以内の日です（例：令和8年12月31日）。この日の終わりまで見られます。',
  untilProblem: '監査の最後の日を入力してください。',
  create: '招待する',
  creating: '招待しています',
  link: (name: string) => `${name}さんの招待のリンクを作りました`,
  linkLead:
    'このリンクは7日以内に一度だけ使え、ここでしか表示されません。本人に直接渡してください。',
  machine: 'システムの状態',
  release: '版',
  serverTime: 'サーバーの時計',
  database: 'データベース',
  lastBackupAt: '最後のバックアップ',
  noBackup: 'まだ取っていません。下の「バックアップ」で取ってください。',
  keysDirectory: '鍵の置き場所',
  keysLead: '鍵はデータとは別に保管し、バックアップも別の場所に置いてください。',
  contracts: '契約',
  contractsEmpty: '契約の記録はまだ始まっていません。',
  contractId: '契約の番号',
  size: '記録の件数',
  accepts: '記録の受付',
  accepting: '受け付けています',
  readOnly: '受け付けていません（署名済みの控えと合いません）',
  openContract: '契約の記録を始める',
  openContractLead: '番号を決めて記録を始めます。始めたら、契約の準備に進みます。',
  contractIdHint: '半角の英小文字・数字・「-」です。例：juminzei-2026',
  contractIdProblem: '契約の番号を半角の英小文字・数字・「-」で、63文字以内にしてください。',
  beginSetUp: '契約の準備を始める',
  beginSetUpLead:
    '次に、契約の事項・特記事項・関係者・選任・最初の届出を順に記録します。あなたが行うときは、続けて始められます。ほかの人が行うときは、その人のアカウントを「契約の準備を行う人」と結び付けてください。',
  opened: (id: string) =>
    `${id}の記録を始めました。続けて、上の「契約の準備を始める」に進んでください。`,
  notSetUp: (id: string) => `${id}の契約の準備はまだ始まっていません`,
} as const;
