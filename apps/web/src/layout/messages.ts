/** What stands around every screen. */
export const layoutMessages = {
  product: '管理簿',
  productLong: '特定個人情報 管理簿',
  navigation: '画面の一覧',
  account: '利用者',
  administration: '利用者の管理',
  signOut: 'サインアウト',
  signingOut: 'サインアウトしています',
  signOutFailed: 'サインアウトできませんでした',
  contract: '契約',
  contractTitle: ({ id, title }: { id: string; title: string }) =>
    title === '' ? `名称が未登録の契約（${id}）` : title,
  choose: '契約を選ぶ',
  readOnly: '記録を受け付けていません',
  readOnlyLead:
    '台帳が署名済みの控えと合わないため、閲覧だけができます。システム管理者に連絡してください。',
  notFoundTitle: 'ページが見つかりません',
  notFound: 'アドレスを確かめるか、はじめの画面からもう一度選んでください。',
  brokenTitle: '画面を表示できませんでした',
  broken:
    'ページを読み込み直してください。続くときはシステム管理者に連絡してください。入力して記録したものは失われていません。',
  home: 'はじめの画面へ',
  reload: '読み込み直す',
  clocks: (minutes: number) =>
    `この端末の時計がサーバーと約${Math.abs(minutes)}分ずれています。日時はサーバーの時計で記録されます。`,
  ended: {
    title: 'サインインの期限が切れました',
    lead: '入力した内容は、この画面に残っています。新しいタブでサインインしてから、このタブに戻り、もう一度記録してください。',
    signIn: '新しいタブでサインインする',
    goOn: 'サインインしたので続ける',
  },
  news: {
    title: '前回のサインインの後に、確かめていただきたいことがありました',
    failures: (count: number) => `サインインの失敗が${count}回ありました。`,
    secondFailures: (count: number) =>
      `そのうち${count}回は、正しいパスワードが入力され、二つめの認証で失敗しました。`,
    changes: (count: number) =>
      `パスワードや認証の手段などの変更で、まだ確かめていないものが${count}件あります。`,
    acknowledge: '変更を確かめました',
    refused: '確かめたことを記録できませんでした',
    before: 'その前のサインイン：',
    lead: '心当たりがないときは、パスワードを変え、ほかの端末をサインアウトさせて、システム管理者に知らせてください。',
    history: '履歴を確かめる',
    close: '閉じる',
  },
  groups: {
    work: '日々の仕事',
    keep: '記録',
    contract: '契約と体制',
    prove: '証明',
  },
  screens: {
    today: '今日やること',
    dutyMap: '義務マップ',
    filings: '届出',
    approvals: '承認',
    registers: '管理簿',
    basics: '台帳の基本',
    setUp: '契約の準備',
    organisation: '体制',
    whereabouts: '物の所在',
    proof: '記録の証明',
    clientDesk: '委託者の窓口',
  },
} as const;
