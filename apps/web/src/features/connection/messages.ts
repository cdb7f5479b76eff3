/** Under which name and certificate the server is reached, and what to do where that is wrong. */
export const messages = {
  title: '接続と証明書',
  step: '接続の確認',
  lead: 'この画面を、正しい名前と、このブラウザーが信頼する証明書で開けているかを確かめます。直すところがあれば、ここで直してから次へ進んでください。名前が変わると、登録したパスキーは使えなくなります。',
  host: '開いている名前',
  names: '証明書の名前',
  noCertificate: 'なし（この機械の中だけで使う接続です）',
  issuer: '証明書を発行した認証局',
  own: (issuer: string) => `${issuer}（このシステムの認証局）`,
  ends: '証明書の期限',
  trust: 'このブラウザーの信頼',
  trusts: {
    trusted: '信頼しています',
    untrusted: '信頼していません',
    unknown: 'このブラウザーでは確かめられません（アドレス欄の表示を確かめてください）',
    plain: '証明書を使わない接続です',
  },
  passkeys: 'パスキー',
  possible: '使えます',
  impossible: '使えません（下の直すところを確かめてください）',
  fine: 'この接続に直すところはありません',
  faults: {
    ended: 'サーバー証明書の期限が過ぎています',
    untrusted: 'このブラウザーは、サーバー証明書を信頼していません',
    'other-name': '開いている名前は、証明書の名前ではありません',
    nameless: '証明書に名前がなく、IPアドレスだけです',
    'not-the-passkey-host': 'パスキーを使える名前で開いていません',
    insecure: '保護されていない接続です',
    'no-passkeys': 'このブラウザーはパスキーに対応していません',
    'ending-soon': 'サーバー証明書の期限が近づいています',
  },
  remedies: {
    ended: {
      own: 'サーバーで kanribo keys tls renew を実行し、サーバーを起動し直してください。パソコンの側ですることはありません。',
      given: '新しい証明書を --tls-cert と --tls-key に指定して、サーバーを起動し直してください。',
    },
    untrusted: {
      own: 'サーバーで kanribo keys tls export --to kanribo-ca.crt を実行し、表示された手順で、このパソコンに認証局を信頼させてください。そのあと、ブラウザーを開き直します。警告を無視して使い続けないでください。',
      given:
        '証明書を発行した認証局を、このパソコンの「信頼されたルート証明機関」に入れ、ブラウザーを開き直してください。警告を無視して使い続けないでください。',
    },
    ending: {
      own: '期限までに、サーバーで kanribo keys tls renew を実行し、サーバーを起動し直してください。パソコンの側ですることはありません。',
      given:
        '期限までに、新しい証明書を --tls-cert と --tls-key に指定して、サーバーを起動し直してください。',
    },
    'other-name': (names: string) => `証明書の名前（${names}）で開き直してください。`,
    nameless:
      'パスキーはIPアドレスでは使えません。サーバーの名前を決め（例：kanribo.office.lan）、kanribo keys tls create にその名前を指定して証明書を作ってください。認証アプリでのサインインは、このままでもできます。',
    'not-the-passkey-host': (address: string) =>
      `${address} で開き直してください。パスキーはこの名前に結び付きます。名前で開けないときは、DNS サーバーか hosts ファイルに登録します。認証アプリでのサインインは、このままでもできます。`,
    insecure: 'アドレスを https:// で始めて開き直してください。',
    'no-passkeys':
      '新しい版の Edge、Chrome、Firefox のどれかを使うか、認証アプリでサインインしてください。',
  },
  device: 'この端末の証明書',
  noDevice: 'なし',
  deviceRefused: 'あり（使えません）',
  registered: '登録端末',
  unregistered: '登録されていません',
  fingerprint: '証明書の指紋（SHA-256）',
  deviceEnds: '端末の証明書の期限',
  deviceRefusedTitle: 'この端末の証明書は使えません',
  deviceFaults: {
    'not-ours':
      'サーバーが認める認証局の証明書ではありません。システム管理者に、kanribo keys tls client で作った証明書をこの端末に入れてもらってください。',
    'other-purpose':
      '端末のための証明書ではありません。システム管理者に、端末の証明書をこの端末に入れてもらってください。',
    'not-yet': '証明書の期間がまだ始まっていません。この端末とサーバーの時計を確かめてください。',
    ended:
      '証明書の期限が過ぎています。システム管理者に、新しい証明書（kanribo keys tls client）をこの端末に入れ、登録し直してもらってください。',
  },
  next: '次へ',
} as const;
