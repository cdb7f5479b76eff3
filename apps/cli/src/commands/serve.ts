import { portOption } from '../serving/port-option.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, keysOption } from '../terminal/option.ts';

/** `kanribo serve`: server and screens, until it is told to end. */
export const serve: Command = {
  name: 'serve',
  summary: 'ブラウザーで使うサーバーと画面を動かします',
  operands: [],
  options: [
    { name: 'host', takes: 'HOST', meaning: '待ち受けるアドレス（省略すると 127.0.0.1）' },
    portOption,
    { name: 'tls-cert', takes: 'FILE', meaning: 'サーバー証明書（PEM）' },
    { name: 'tls-key', takes: 'FILE', meaning: 'サーバー証明書の鍵（PEM）' },
    {
      name: 'tls-client-ca',
      takes: 'FILE',
      meaning: '端末の証明書を発行した認証局（PEM）。省略すると kanribo keys tls の認証局',
    },
    {
      name: 'breached-passwords',
      takes: 'FILE',
      meaning: '漏れたパスワードの一覧（SHA-1 を昇順に並べたもの）。新しいパスワードを確かめます',
    },
    dataOption,
    keysOption,
  ],
  example: [
    'npm start',
    'kanribo serve --host 192.168.1.10 --port 443',
    'kanribo serve --host 192.168.1.10 --port 443 --tls-cert server.pem --tls-key server.key',
  ],
  notes: [
    '初めて動かすと、鍵と空のデータベースを作り、最初のシステム管理者を登録するリンク（一度だけ、24時間）を表示します。',
    'この機械の中だけ（127.0.0.1）ならTLSなしで動きます。ほかの機械から届くアドレスでは証明書が要ります。',
    '--tls-cert と --tls-key を指定しなければ、kanribo keys tls で作った証明書を使います。',
    '端末の証明書は、示した端末だけで確かめ、示さない端末もつなげます（登録端末の確認に使います）。',
    '終えるときは Ctrl+C を押してください。受け付けた操作を終えてから止まります。',
  ],
  // What only serving needs takes longer to load than most commands take to run.
  async run(given, terminal) {
    const { runServe } = await import('../serving/run-serve.ts');
    return runServe(given, terminal);
  },
};
