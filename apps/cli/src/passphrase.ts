import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { shortestPassphrase } from '@kanribo/keys';
import { CliFault } from './cli-fault.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What a passphrase opens: the keys directory, or a backup. */
export type PassphraseUse = 'keys' | 'backup';

const variables = { keys: 'KANRIBO_PASSPHRASE', backup: 'KANRIBO_BACKUP_PASSPHRASE' } as const;
const questions = {
  keys: '鍵のパスフレーズ: ',
  backup: 'バックアップのパスフレーズ: ',
} as const;

/**
 * The passphrase from the environment, from the first line of the file it names (`…_FILE`), or
 * typed by a person; undefined where there is none of them. Never from the command line, which
 * every user of the machine may read.
 * @throws {CliFault} `failed` when the file cannot be read or holds no line.
 */
export async function askPassphrase(
  use: PassphraseUse,
  terminal: Terminal,
): Promise<string | undefined> {
  const variable = variables[use];
  const given = terminal.environment[variable];
  if (given !== undefined && given !== '') return given;
  const file = terminal.environment[`${variable}_FILE`];
  if (file !== undefined && file !== '') return firstLine(resolve(terminal.directory, file));
  return terminal.askSecretly(questions[use]);
}

/**
 * A passphrase for something new: asked for twice where a person types it.
 * @throws {CliFault} `failed` when there is none or the two differ.
 */
export async function askNewPassphrase(use: PassphraseUse, terminal: Terminal): Promise<string> {
  const passphrase = await askPassphrase(use, terminal);
  if (passphrase === undefined) throw new CliFault('failed', wayToGive(use));
  if (isPassphraseGiven(use, terminal)) return passphrase;
  const again = await terminal.askSecretly('もう一度: ');
  if (again === passphrase) return passphrase;
  throw new CliFault('failed', '二度の入力が違います。もう一度実行してください。');
}

/**
 * Holds the passphrase of a backup, which carries the keys, to the length that keys themselves need.
 * @throws {CliFault} `failed`.
 */
export function requireLongEnough(passphrase: string): void {
  if (Array.from(passphrase).length >= shortestPassphrase) return;
  throw new CliFault('failed', `パスフレーズは${shortestPassphrase}文字以上にしてください。`);
}

/** How a passphrase is handed in; a Japanese sentence. */
export function wayToGive(use: PassphraseUse): string {
  const variable = variables[use];
  return `パスフレーズが要ります。端末で入力するか、環境変数 ${variable}_FILE（パスフレーズを1行目に書いたファイル）または ${variable} で渡してください。`;
}

/** Whether the environment gives a passphrase, so that nobody is asked for one. */
export function isPassphraseGiven(use: PassphraseUse, { environment }: Terminal): boolean {
  const variable = variables[use];
  return Boolean(environment[variable]) || Boolean(environment[`${variable}_FILE`]);
}

async function firstLine(file: string): Promise<string> {
  const [line = ''] = (await readFile(file, 'utf8')).split(/\r?\n/u, 1);
  if (line === '') throw new CliFault('failed', `${file} の1行目にパスフレーズがありません。`);
  return line;
}
