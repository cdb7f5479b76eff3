/** Devices that are known by their TLS client certificate. */
export const deviceMessages = {
  title: '証明書による登録端末',
  lead: '端末に入れた証明書で、どの端末からの接続かを確かめます。使う人に関わりなく、端末を一台ずつ登録します。登録した人と日時は、端末の使用を許可した記録になります。',
  notAsked: 'このサーバーは、端末の証明書を求めていません',
  notAskedWay:
    'サーバーで kanribo keys tls create を実行して証明書を作り、サーバーを起動し直してください。続けて kanribo keys tls client で端末の証明書を作ります。',
  empty: '証明書で登録した端末はまだありません。',
  refused: '行えませんでした',
  device: '端末',
  nameless: '名称なし',
  fingerprint: '証明書の指紋（SHA-256）',
  since: '登録',
  by: (name: string) => `登録した人：${name}`,
  act: '操作',
  end: '登録を取り消す',
  ended: '取り消し済み',
  endLead:
    '登録を取り消すと、その端末のサインインはすぐに終わります。紛失や廃棄のときは、すぐに取り消してください。',
  register: '端末を登録する',
  registerLead:
    '端末の前で、「アカウントの設定」に表示される指紋と同じかを確かめてから登録してください。',
  choice: '端末の証明書',
  choiceProblem: '証明書を選んでください。',
  issued: (title: string, day: string) => `${title}（${day}まで）`,
  other: 'ほかの証明書（指紋を入力する）',
  typed: '証明書の指紋（SHA-256）',
  typedHint: '端末の「アカウントの設定」か、kanribo keys tls list に表示される64桁の番号です。',
  typedProblem: '0から9とAからFの64桁で入力してください。',
  name: '端末の名前',
  nameHint: '例：窓口の端末1（机や管理番号など、端末が分かる名前。氏名は入れません）',
  nameProblem: '60文字以内で端末の名前を入力してください。',
  elsewhere: '管理の操作は、登録端末から行ってください',
  elsewhereLead:
    'あなたには登録端末があるため、システム管理者としての操作は、登録端末でサインインしたときだけ行えます。端末が使えないときは、別のシステム管理者に登録の取り消しを依頼してください。ほかに管理者がいないときは、サーバーで kanribo administrator invite を実行します。',
} as const;
