/** Signing in. */
export const messages = {
  title: 'サインイン',
  lead: 'IDとパスワードを入力したあと、二つめの認証を行います。',
  signInId: 'ID',
  signInIdHint: '半角の英小文字・数字と「. _ -」、3文字から40文字です。',
  signInIdProblem: 'IDは半角の英小文字・数字と「. _ -」の3文字から40文字で入力してください。',
  password: 'パスワード',
  passwordProblem: 'パスワードを入力してください。',
  next: '次へ',
  busy: '確かめています',
  refused: 'サインインできませんでした',
  secondTitle: '二つめの認証',
  secondLead: 'パスワードを確かめました。続けて、本人であることを次のいずれかで確かめます。',
  way: '認証の方法',
  ways: {
    totp: '認証アプリの番号',
    passkey: 'パスキー',
    'recovery-code': '回復コード',
  },
  code: '認証アプリの番号',
  codeHint: '認証アプリに表示されている6桁の番号です。30秒ごとに変わります。',
  codeProblem: '6桁の数字を入力してください。',
  confirm: 'サインインする',
  passkeyLead: 'ボタンを押すと、ブラウザーが端末の認証（指紋・顔・PINなど）を求めます。',
  passkey: 'パスキーで認証する',
  passkeyFailed:
    'パスキーで認証できませんでした。もう一度試すか、ほかの方法を選んでください。端末に登録されたパスキーが必要です。',
  recoveryCode: '回復コード',
  recoveryHint: '利用を始めたときに受け取ったコードの一つです。使ったコードはもう使えません。',
  recoveryProblem: '回復コードを入力してください。',
  otherAccount: '別のIDでやり直す',
  serverTime: 'サーバーの時刻',
  clocks: (minutes: number) =>
    minutes > 0
      ? `この端末の時計はサーバーより約${minutes}分遅れています。認証アプリの番号が合わないときは、認証アプリの端末の時計を合わせてください。`
      : `この端末の時計はサーバーより約${-minutes}分進んでいます。認証アプリの番号が合わないときは、認証アプリの端末の時計を合わせてください。`,
} as const;
