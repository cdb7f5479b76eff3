import { X509Certificate, createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../commands.ts';
import { dispatch } from '../terminal/dispatch.ts';
import { RecordedTerminal } from '../testing/recorded-terminal.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kanribo-keys-tls-'));
  await run('keys', 'create', '--without-passphrase');
});

afterEach(async () => rm(directory, { recursive: true }));

async function run(...words: readonly string[]) {
  const terminal = new RecordedTerminal({ directory });
  const exitCode = await dispatch(commands, words, terminal);
  return { exitCode, printed: terminal.printed, complained: terminal.complained };
}

const tls = (...words: readonly string[]) => run('keys', 'tls', ...words);
const read = (name: string) => readFile(join(directory, name));

test('CLI-28: one command makes authority and certificate, offline, and says how to trust them', async () => {
  const made = await tls('create', 'Kanribo.Office.lan', '192.168.1.10', '--to', 'ca.crt');
  expect(made).toMatchObject({ exitCode: 0, complained: '' });
  const der = await read('ca.crt');
  const authority = new X509Certificate(der);
  expect(authority.ca).toBe(true);
  expect(made.printed).toContain(authority.fingerprint256);
  expect(made.printed).toContain(createHash('sha256').update(der).digest('hex'));
  for (const step of [
    'コンピューターの構成 → ポリシー → Windows の設定 → セキュリティの設定 → 公開キーのポリシー → 信頼されたルート証明機関',
    'certutil -addstore -f Root ca.crt',
    'certlm.msc',
    'https://kanribo.office.lan',
    authority.subject.slice('CN='.length),
  ]) {
    expect(made.printed).toContain(step);
  }
  expect(await tls('export', '--to', 'ca.pem')).toMatchObject({ exitCode: 0 });
  expect(new X509Certificate(await read('ca.pem')).fingerprint256).toBe(authority.fingerprint256);
});

test('CLI-28: the list says what was issued, with its end, and as JSON', async () => {
  await tls('create', 'kanribo.lan');
  await tls('renew');
  await tls('client', '受付-PC01', '--to', 'pc.p12');
  const { printed } = await tls();
  expect(printed.match(/^\d {2}(?:認証局|サーバー|端末) /gmu)).toEqual([
    '1  認証局 ',
    '2  サーバー ',
    '3  サーバー ',
    '4  端末 ',
  ]);
  const listed: unknown = JSON.parse((await tls('list', '--json')).printed);
  expect(listed).toMatchObject([
    { kind: 'authority', names: ['kanribo.lan'] },
    { kind: 'server', authority: 1 },
    { kind: 'server', authority: 1 },
    { kind: 'client', title: '受付-PC01', authority: 1 },
  ]);
});

test('CLI-29: the password of a device is printed once, opens its file, and stands nowhere', async () => {
  await tls('create', 'kanribo.lan');
  const made = await tls('client', '受付-PC01', '--to', 'usb/pc.p12');
  const password = /(?:[A-Z2-9]{5}-){3}[A-Z2-9]{5}/u.exec(made.printed)?.[0] ?? '';
  expect(made.printed.split(password)).toHaveLength(2);
  const pfx = await read('usb/pc.p12');
  expect(() => createSecureContext({ pfx, passphrase: password })).not.toThrow();
  expect(() => createSecureContext({ pfx, passphrase: 'another' })).toThrow('mac verify failure');
  for (const step of [
    'certutil -user -importpfx pc.p12 NoExport',
    'AutoSelectCertificateForUrls',
    '「証明書による登録端末」で登録します',
  ]) {
    expect(made.printed).toContain(step);
  }
  const [fingerprint = ''] = /指紋 ([0-9A-F:]{95})/u.exec(made.printed)?.slice(1) ?? [];
  expect(made.printed.split(fingerprint)).toHaveLength(3);
  expect(made.printed).toMatch(
    /"pattern":"https:\/\/kanribo\.lan".*"CN":"Kanribo CA [0-9a-f]{8}"/u,
  );
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const file of files.filter((each) => each.isFile())) {
    expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain(password);
  }
});

test.each([
  [['create', '*.lan'], 'ワイルドカード'],
  [['create', 'https://kanribo.lan'], 'https:// やポート番号を付けずに'],
  [['create', '0.0.0.0'], '待ち受けのための書き方'],
  [['create', '管理簿.lan'], 'xn--'],
  [['create'], '一つ以上'],
  [['renew'], 'kanribo keys tls create'],
  [['client', 'PC', '--to', 'pc.p12'], 'kanribo keys tls create'],
  [['export', '--to', 'ca.crt'], 'kanribo keys tls create'],
  [['list'], 'kanribo keys tls create'],
])('CLI-30: %j is refused with what to do, and nothing is made', async (words, sentence) => {
  const refused = await tls(...words);
  expect(refused).toMatchObject({ exitCode: 1, printed: '' });
  expect(refused.complained).toContain(sentence);
  expect(await readdir(directory)).toEqual(['keys']);
});

test.each([
  [['make', 'kanribo.lan'], '「make」'],
  [['client', '--to', 'pc.p12'], '端末の名前'],
  [['client', 'PC'], '--to'],
  [['client', 'PC', '--to', 'pc.crt'], '.p12'],
  [['client', 'PC', 'two', '--to', 'pc.p12'], '余分な引数です: two'],
  [['export', '--to', 'ca.txt'], '.crt'],
  [['renew', '--to', 'ca.crt'], '--to は付けられません'],
  [['renew', '--replace'], '--replace は付けられません'],
  [['create', 'kanribo.lan', '--json'], '--json は付けられません'],
  [['list', 'all'], '余分な引数です: all'],
])('CLI-2: %j is not understood', async (words, sentence) => {
  const refused = await tls(...words);
  expect(refused).toMatchObject({ exitCode: 2, printed: '' });
  expect(refused.complained).toContain(sentence);
});

test('CLI-30: an authority that is there is not made again by a slip, and a file not written over', async () => {
  await tls('create', 'kanribo.lan', '--to', 'ca.crt');
  const again = await tls('create', 'kanribo.lan');
  expect(again).toMatchObject({ exitCode: 1, printed: '' });
  expect(again.complained).toContain('--replace');
  const over = await tls('client', 'PC', '--to', 'ca.crt.p12');
  expect(over.exitCode).toBe(0);
  expect(await tls('export', '--to', 'ca.crt')).toMatchObject({ exitCode: 1, printed: '' });
  const replaced = await tls('create', 'other.lan', '--replace', '--to', 'new.crt');
  expect(replaced.exitCode).toBe(0);
  expect(await read('new.crt')).not.toEqual(await read('ca.crt'));
});
