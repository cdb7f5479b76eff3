/** Beginning to use an account: the set-up link of the first administrator, or an invitation. */
export const messages = {
  setUpTitle: '最初の設定',
  setUpLead: '最初のシステム管理者のアカウントを作ります。このリンクは一度だけ使えます。',
  invitationTitle: '利用の開始',
  invitationLead: 'パスワードを決め、認証アプリを登録すると、利用を始められます。',
  unusable: 'このリンクは使えません',
  unusableSetUp:
    'すでに使われたか、期限が過ぎています。サーバーを起動し直すと、新しいリンクが表示されます。設定を終えているときは、サインインしてください。',
  unusableInvitation:
    'すでに使われたか、期限が過ぎています。招待した人に、招待し直すよう依頼してください。登録を終えているときは、サインインしてください。',
  noToken: 'リンクをもう一度開いてください',
  noTokenLead:
    '画面を読み込み直すと、リンクの内容は画面に残りません。アドレスが途中で切れているときも、先へ進めません。受け取ったリンクを、「#」の後ろまで含めて、もう一度開いてください。登録が終わるまでは、同じリンクを使えます。',
  noTokenDone:
    '回復コードの画面まで進んでいたときは、登録は終わっています。サインインして、自分のアカウントの画面で回復コードを作り直してください。',
  toSignIn: 'サインインの画面へ',
  steps: { password: 'パスワード', totp: '認証アプリ', codes: '回復コード' },
  signInId: 'ID',
  signInIdHint: 'サインインに使います。半角の英小文字・数字と「. _ -」、3文字から40文字です。',
  signInIdProblem: 'IDは半角の英小文字・数字と「. _ -」の3文字から40文字で入力してください。',
  yourId: (id: string, name: string) =>
    `${name === '' ? 'あなた' : `${name}さん`}のIDは「${id}」です。`,
  displayName: '氏名',
  displayNameProblem: '氏名を60文字以内で入力してください。',
  password: 'パスワード',
  passwordHint:
    '12文字以上で決めます。文字の種類の決まりはありません。思い出しやすく、ほかで使っていない長い言葉の組合せがおすすめです。',
  passwordProblem: 'パスワードは12文字以上256文字以内で入力してください。',
  repeat: 'パスワード（確認）',
  repeatProblem: '二つのパスワードが一致しません。',
  next: '次へ',
  busy: '確かめています',
  refused: '先へ進めませんでした',
  totpLead:
    '認証アプリ（Google Authenticator、Microsoft Authenticator など。インターネットは不要です）で次の図形を読み取ってください。',
  qr: '認証アプリで読み取る図形（QRコード）',
  manual: '図形を読み取れないときは、次の文字列を認証アプリに入力してください。',
  code: '認証アプリに表示された番号',
  codeHint: '6桁の数字です。30秒ごとに変わります。',
  codeProblem: '6桁の数字を入力してください。',
  passkeyTitle: '認証アプリの代わりにパスキーを使う',
  passkeyLead:
    'この端末の指紋・顔・PINなどで認証します。サインインはパスキーを登録した端末で行います。',
  passkey: 'パスキーを登録する',
  passkeyLabel: '利用を始めた端末',
  passkeyFailed: 'パスキーを登録できませんでした。もう一度試すか、認証アプリを登録してください。',
  codesLead:
    '認証アプリが使えなくなったときのための回復コードです。一つのコードは一度だけ使えます。この画面を閉じるともう表示できません。印刷するか書き写し、鍵のかかる場所に保管してください。',
  codes: '回復コード',
  print: '印刷する',
  kept: '回復コードを保管しました',
  start: 'サインインして利用を始める',
} as const;
