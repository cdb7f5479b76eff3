import { basename } from 'node:path';
import type { Result } from '@kanribo/kernel';
import { utf8 } from '@kanribo/kernel';
import {
  type Certificates,
  type IssuedCertificate,
  type IssuingRefusal,
  pemOf,
} from '@kanribo/keys';
import { dayIn, dayText, sentenceOfIssuing } from '../certificates/refusal-text.ts';
import { deviceSteps, trustSteps } from '../certificates/trust-steps.ts';
import { CliFault } from '../cli-fault.ts';
import { requireNoFile, writeNewFile } from '../new-file.ts';
import { openKeysAt } from '../open-instance.ts';
import { placesOf } from '../places.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { Command } from '../terminal/command.ts';
import { jsonOption, keysOption } from '../terminal/option.ts';
import type { ExitCode, Terminal } from '../terminal/terminal.ts';

/** `kanribo keys tls`: an authority of the office's own, and the certificates it signs; offline. */
export const keysTls: Command = {
  name: 'keys tls',
  summary: '通信（TLS）の証明書を、外とつながずに作ります。パソコンに入れる手順も表示します',
  usage: [
    'create HOST... [--to FILE.crt] [--replace] [--keys DIR]',
    'renew [HOST...] [--keys DIR]',
    'client TITLE --to FILE.p12 [--keys DIR]',
    'export --to FILE.crt [--keys DIR]',
    '[list] [--json] [--keys DIR]',
  ],
  operands: [
    {
      name: 'ACTION',
      isOptional: true,
      meaning:
        'create（認証局とサーバー証明書）、renew（サーバー証明書の更新）、client（端末の証明書）、export（認証局の証明書の書き出し）、list（一覧、省略時）',
    },
    {
      name: 'NAME',
      isOptional: true,
      isRepeated: true,
      meaning: 'サーバーの名前かIPアドレス（create、renew）、端末の名前（client）',
    },
  ],
  options: [
    {
      name: 'to',
      takes: 'FILE',
      meaning: '書き出すファイル（まだないもの）。認証局は .crt（DER）か .pem、端末は .p12',
    },
    { name: 'replace', meaning: '認証局から作り直します。パソコンに入れ直すことになります' },
    keysOption,
    jsonOption,
  ],
  example: [
    'kanribo keys tls create kanribo.office.lan 192.168.1.10 --to kanribo-ca.crt',
    'kanribo keys tls client 受付-PC01 --to pc01.p12',
    'kanribo keys tls renew',
  ],
  notes: [
    '認証局は10年、サーバー証明書は397日、端末の証明書は3年で終わります。期限は kanribo doctor でも分かります。',
    '認証局は、作ったときに指定した名前のほかは証明できません。鍵は --keys の場所に、ほかの鍵と同じように保管します。',
    'kanribo serve は、--tls-cert を指定しなければ、ここで作った証明書を使います。更新したら、サーバーを起動し直してください。',
  ],
  async run(given, terminal) {
    const name = given.operand(0) ?? 'list';
    const action = actions.get(name);
    if (action === undefined) {
      const known = [...actions.keys()].join('、');
      throw new CliFault('usage', `「${name}」はできません。${known} のどれかを指定してください。`);
    }
    const file = fileOf(name, action, given);
    if (file !== undefined) await requireNoFile(file);
    const { keysDirectory } = placesOf(given, terminal);
    const { certificates } = await openKeysAt(keysDirectory, terminal);
    await action.run({ certificates, given, terminal, file });
    return 0 satisfies ExitCode;
  },
};

interface Order {
  readonly certificates: Certificates;
  readonly given: Arguments;
  readonly terminal: Terminal;
  /** Absolute. */
  readonly file: string | undefined;
}

/** What can be done, and what of the command line it takes. */
interface Action {
  readonly names: 'none' | 'one' | 'any';
  /** Endings of the file it writes. */
  readonly endings: readonly string[];
  readonly isFileNeeded?: boolean;
  readonly switches?: readonly string[];
  run(order: Order): Promise<void>;
}

const authorityEndings = ['.crt', '.cer', '.pem'];

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['create', { names: 'any', endings: authorityEndings, switches: ['replace'], run: create }],
  ['renew', { names: 'any', endings: [], run: renew }],
  ['client', { names: 'one', endings: ['.p12', '.pfx'], isFileNeeded: true, run: client }],
  ['export', { names: 'none', endings: authorityEndings, isFileNeeded: true, run: exportFile }],
  ['list', { names: 'none', endings: [], switches: ['json'], run: list }],
]);

/**
 * Holds the command line to what the action takes, and answers the file it names.
 * @throws {CliFault} `usage`.
 */
function fileOf(name: string, action: Action, given: Arguments): string | undefined {
  const [first, second] = given.operandsFrom(1);
  const surplus = action.names === 'none' ? first : action.names === 'one' ? second : undefined;
  if (surplus !== undefined) throw new CliFault('usage', `余分な引数です: ${surplus}`);
  if (action.names === 'one' && first === undefined) {
    throw new CliFault('usage', `${name} には、端末の名前を指定してください。`);
  }
  for (const option of ['replace', 'json']) {
    if (given.has(option) && action.switches?.includes(option) !== true) {
      throw new CliFault('usage', `${name} に --${option} は付けられません。`);
    }
  }
  const to = given.optional('to');
  if (to === undefined && action.isFileNeeded !== true) return undefined;
  const endings = action.endings.join('、');
  if (endings === '') throw new CliFault('usage', `${name} に --to は付けられません。`);
  if (to !== undefined && action.endings.some((ending) => to.endsWith(ending))) {
    return given.path(to);
  }
  throw new CliFault(
    'usage',
    `${name} には --to で、${endings} で終わるファイルを指定してください。`,
  );
}

async function create({ certificates, given, terminal, file }: Order): Promise<void> {
  const order = { hosts: given.operandsFrom(1), now: new Date(), replace: given.has('replace') };
  const server = valueOf(await certificates.create(order));
  const authority = await authorityIn(certificates);
  terminal.print(`認証局を作りました。${shown(authority)}`);
  terminal.print(`サーバー証明書を作りました。${shown(server)}`);
  if (file === undefined) {
    terminal.print('パソコンに信頼させる手順: kanribo keys tls export --to kanribo-ca.crt');
    return;
  }
  await writeAuthority(authority, server, { terminal, file });
}

async function renew({ certificates, given, terminal }: Order): Promise<void> {
  const server = valueOf(await certificates.renewServer(new Date(), given.operandsFrom(1)));
  terminal.print(`サーバー証明書を作りました。${shown(server)}`);
  terminal.print('サーバーを起動し直すと使われます。パソコンの側ですることはありません。');
}

async function client({ certificates, given, terminal, file }: Order): Promise<void> {
  const title = given.operand(1) ?? '';
  const device = valueOf(await certificates.issueClient(title, new Date()));
  const authority = await authorityIn(certificates);
  const server = await certificates.server();
  if (file === undefined) return;
  await writeNewFile(file, once(device.file));
  terminal.print(`${file} に、端末の証明書を書き出しました。${shown(device.issued)}`);
  terminal.print(
    deviceSteps({
      file: basename(file),
      password: device.password,
      authority: authority.title,
      fingerprint: device.issued.fingerprint,
      host: server?.issued.title ?? authority.names[0] ?? '',
    }),
  );
}

async function exportFile({ certificates, terminal, file }: Order): Promise<void> {
  const authority = await authorityIn(certificates);
  const server = await certificates.server();
  if (file !== undefined) await writeAuthority(authority, server?.issued, { terminal, file });
}

async function writeAuthority(
  authority: IssuedCertificate,
  server: IssuedCertificate | undefined,
  { terminal, file }: { readonly terminal: Terminal; readonly file: string },
): Promise<void> {
  const { certificate, fingerprint, title, names } = authority;
  const isText = file.endsWith('.pem');
  await writeNewFile(file, once(isText ? utf8(pemOf(certificate)) : certificate));
  terminal.print(`${file} に、認証局の証明書を書き出しました（秘密ではありません）。`);
  if (isText) {
    terminal.print('Windows に入れるときは、.crt（DER）で書き出してください。');
    return;
  }
  const host = server?.names[0] ?? names[0] ?? '';
  terminal.print(`\n${trustSteps({ file: basename(file), title, fingerprint, host })}`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function list({ certificates, given, terminal }: Order): Promise<void> {
  const issued = await certificates.issued();
  if (given.has('json')) {
    terminal.print(JSON.stringify(issued.map(jsonOf)));
    return;
  }
  if (issued.length === 0)
    throw new CliFault('failed', sentenceOfIssuing({ code: 'authority-missing' }));
  terminal.print(
    issued.map((one) => `${one.number}  ${kindWords[one.kind]}  ${shown(one)}`).join('\n'),
  );
}

const kindWords = { authority: '認証局', server: 'サーバー', client: '端末' } as const;

function jsonOf({
  number,
  kind,
  authority,
  names,
  title,
  fingerprint,
  ...rest
}: IssuedCertificate) {
  const [from, to] = [rest.from.toISOString(), rest.to.toISOString()];
  return { number, kind, authority, names, title, fingerprint, from, to };
}

function shown({ title, names, from, to, fingerprint }: IssuedCertificate): string {
  const others = names.filter((name) => name !== title);
  const named = others.length === 0 ? title : `${title}（${others.join('、')}）`;
  return `${named}  ${dayIn(from)} から ${dayText(to)} まで  指紋 ${fingerprint}`;
}

async function authorityIn(certificates: Certificates): Promise<IssuedCertificate> {
  const authority = await certificates.authority();
  if (authority !== undefined) return authority;
  throw new CliFault('failed', sentenceOfIssuing({ code: 'authority-missing' }));
}

function valueOf<T>(issued: Result<T, IssuingRefusal>): T {
  if (issued.ok) return issued.value;
  throw new CliFault('failed', sentenceOfIssuing(issued.error));
}
