import { readFile } from 'node:fs/promises';
import { checkedSettings } from '@kanribo/server';
import type { ServerSettings, Tls } from '@kanribo/server';
import { CliFault } from '../cli-fault.ts';
import { placesOf } from '../places.ts';
import { serveAt } from '../serving/serve-at.ts';
import { openServingKeys } from '../serving/serving-keys.ts';
import type { Arguments } from '../terminal/arguments.ts';
import { type Command, dataOption, keysOption } from '../terminal/command.ts';

const usualPort = 8080;

/** `kanribo serve`: server and screens, until it is told to end. */
export const serve: Command = {
  name: 'serve',
  summary: 'ブラウザーで使うサーバーと画面を動かします',
  operands: [],
  options: [
    { name: 'host', takes: 'HOST', meaning: '待ち受けるアドレス（省略すると 127.0.0.1）' },
    { name: 'port', takes: 'PORT', meaning: `待ち受けるポート（省略すると ${usualPort}）` },
    { name: 'tls-cert', takes: 'FILE', meaning: 'サーバー証明書（PEM）' },
    { name: 'tls-key', takes: 'FILE', meaning: 'サーバー証明書の鍵（PEM）' },
    dataOption,
    keysOption,
  ],
  example: [
    'npm start',
    'kanribo serve --host 192.168.1.10 --port 443 --tls-cert server.pem --tls-key server.key',
  ],
  notes: [
    '初めて動かすと、鍵と空のデータベースを作り、最初のシステム管理者を登録するリンク（一度だけ、24時間）を表示します。',
    'この機械の中だけ（127.0.0.1）ならTLSなしで動きます。ほかの機械から届くアドレスでは証明書が要ります。',
    '終えるときは Ctrl+C を押してください。受け付けた操作を終えてから止まります。',
  ],
  async run(given, terminal) {
    const settings = await settingsOf(given);
    const checked = checkedSettings(settings);
    if (!checked.ok) throw new CliFault('failed', checked.error.sentence);
    const places = placesOf(given, terminal);
    const keys = await openServingKeys(places.keysDirectory, terminal);
    await serveAt({ places, keys, settings, terminal });
    return 0;
  },
};

async function settingsOf(given: Arguments): Promise<ServerSettings> {
  const tls = await tlsOf(given);
  const port = given.optional('port') ?? String(usualPort);
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    throw new CliFault('usage', '--port は 0 から 65535 までの数字です。');
  }
  const host = given.optional('host') ?? '127.0.0.1';
  return { host, port: Number(port), ...(tls !== undefined && { tls }) };
}

async function tlsOf(given: Arguments): Promise<Tls | undefined> {
  const [certificate, key] = [given.optional('tls-cert'), given.optional('tls-key')];
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) {
    throw new CliFault('usage', '--tls-cert と --tls-key は、両方を指定してください。');
  }
  return {
    certificate: await readFile(given.path(certificate), 'utf8'),
    key: await readFile(given.path(key), 'utf8'),
  };
}
