/** What the steps name. */
export interface TrustSteps {
  /** The file of the authority's certificate, as it is called on the machine. */
  readonly file: string;
  /** Common name of the authority. */
  readonly title: string;
  /** SHA-256 of the certificate, `AB:CD:…`. */
  readonly fingerprint: string;
  /** The name of the server that people open. */
  readonly host: string;
}

/** How the office's computers come to trust the authority: by group policy, or one by one. */
export function trustSteps({ file, title, fingerprint, host }: TrustSteps): string {
  return [
    '■ パソコンに認証局を信頼させる手順',
    '',
    `どの方法でも、まずファイルが途中ですり替わっていないことを確かめます。次の表示が同じなら正しいファイルです。`,
    `  certutil -hashfile ${file} SHA256`,
    `  ${fingerprint.replaceAll(':', '').toLowerCase()}`,
    '',
    '【ドメインに参加しているパソコン（グループ ポリシー）】',
    '  1. ドメイン コントローラーで「グループ ポリシーの管理」を開き、対象の OU を右クリックして「このドメインに GPO を作成し、このコンテナーにリンクする」を選びます。',
    '  2. 作った GPO を右クリックして「編集」を選び、次の順に開きます。',
    '     コンピューターの構成 → ポリシー → Windows の設定 → セキュリティの設定 → 公開キーのポリシー → 信頼されたルート証明機関',
    `  3. 「信頼されたルート証明機関」を右クリックして「インポート」を選び、${file} を指定します。`,
    '  4. パソコンを再起動するか、パソコンで gpupdate /force を実行します。',
    '',
    '【ドメインに参加していないパソコン（一台ずつ）】',
    '  管理者として開いたコマンド プロンプトで、次を実行します。',
    `     certutil -addstore -f Root ${file}`,
    '  画面で行うときは MMC を使います。',
    '     ファイル名を指定して実行 → certlm.msc → 信頼されたルート証明機関 → 右クリック → すべてのタスク → インポート',
    '',
    '【確かめる】',
    `  ブラウザーを開き直し、https://${host} を開きます。警告が出なければ終わりです。`,
    `  DNS に ${host} がないときは、DNS サーバーか、各パソコンの C:\\Windows\\System32\\drivers\\etc\\hosts に登録してください。`,
    `  認証局の名前は「${title}」です。使うのをやめるときは、この名前の証明書を「信頼されたルート証明機関」から削除します。`,
  ].join('\n');
}

/** What is done with a device's certificate. */
export interface DeviceSteps {
  /** The PKCS#12 file, as it is called on the machine. */
  readonly file: string;
  readonly password: string;
  /** Common name of the authority that signed it. */
  readonly authority: string;
  /** SHA-256 of the device's certificate, `AB:CD:…`. */
  readonly fingerprint: string;
  readonly host: string;
}

/** How a device's certificate gets onto the device, and into the browser without a question. */
export function deviceSteps(steps: DeviceSteps): string {
  const { file, password, authority, fingerprint, host } = steps;
  const pattern = `{"pattern":"https://${host}","filter":{"ISSUER":{"CN":"${authority}"}}}`;
  return [
    `読み込みパスワード（今だけ表示します）: ${password}`,
    '',
    '■ 端末に証明書を入れる手順',
    '',
    `  1. ${file} を、その端末へ届けます。パスワードは、紙や電話など別の方法で伝えます。`,
    '  2. その端末を使う人が Windows にサインインして、次を実行し、パスワードを入力します。',
    `       certutil -user -importpfx ${file} NoExport`,
    '     画面で行うときは、ファイルをダブルクリックして「現在のユーザー」→ パスワード → 「個人」を選びます。「このキーをエクスポート可能にする」にはチェックを付けません。',
    `  3. 入れ終わったら ${file} を消します（秘密の鍵が入っています）。なくしたときは、もう一度作り直してください。`,
    '',
    '秘密の鍵を含むため、グループ ポリシーの共有フォルダー（SYSVOL）やファイル サーバーには置かないでください。',
    '',
    'ドメインのパソコンで、ブラウザーが証明書を選ぶ画面を出さないようにするには、グループ ポリシーで次を設定します。',
    '  Edge:   コンピューターの構成 → ポリシー → 管理用テンプレート → Microsoft Edge → コンテンツの設定 → これらのサイトのクライアント証明書を自動的に選択する',
    '  Chrome: 同じ名前の設定（AutoSelectCertificateForUrls）',
    `  値: ${pattern}`,
    '  設定が届いたかは、パソコンで edge://policy または chrome://policy を開いて確かめます。',
    '',
    '【登録する】',
    `  1. その端末で https://${host} にサインインし、「アカウントの設定」を開きます。「この端末の証明書」に指紋が表示されます。`,
    `       指紋: ${fingerprint}`,
    '  2. 指紋が同じことを確かめて、システム管理者が「利用者の管理」の「証明書による登録端末」で登録します。',
    '  サインインしている間に証明書が変わると、そのサインインは終わります。証明書を入れたあとは、ブラウザーを開き直してください。',
    '',
    'Windows 10（1709）、Windows Server 2019 より前の Windows は、このファイルを読み込めません。',
  ].join('\n');
}
