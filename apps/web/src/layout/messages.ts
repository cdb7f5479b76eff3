/** What stands around every screen. */
export const layoutMessages = {
  product: '管理簿',
  productLong: '特定個人情報 管理簿',
  navigation: '画面の一覧',
  account: '利用者',
  signOut: 'サインアウト',
  signingOut: 'サインアウトしています',
  signOutFailed: 'サインアウトできませんでした',
  contract: '契約',
  choose: '契約を選ぶ',
  roles: 'あなたの役割',
  noRole: '役割はありません',
  readOnly: '記録を受け付けていません',
  readOnlyLead:
    '台帳が署名済みの控えと合わないため、閲覧だけができます。システム管理者に連絡してください。',
  notSetUp: '契約の準備が終わっていません。',
  notFoundTitle: 'ページが見つかりません',
  notFound: 'アドレスを確かめるか、はじめの画面からもう一度選んでください。',
  brokenTitle: '画面を表示できませんでした',
  broken:
    'ページを読み込み直してください。続くときはシステム管理者に連絡してください。入力して記録したものは失われていません。',
  home: 'はじめの画面へ',
  reload: '読み込み直す',
  clocks: (minutes: number) =>
    `この端末の時計がサーバーと約${Math.abs(minutes)}分ずれています。日時はサーバーの時計で記録されます。`,
  groups: {
    work: '日々の仕事',
    keep: '記録',
    prove: '証明',
  },
  screens: {
    today: '今日やること',
    dutyMap: '義務マップ',
    filings: '届出',
    approvals: '承認',
    registers: '管理簿',
    basics: '台帳の基本',
  },
} as const;
