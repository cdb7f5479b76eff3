import { instanceId } from '@kanribo/application';
import { parseOrigin } from '@kanribo/evidence';
import { formatFingerprint, parseContractId, toBase64, utf8 } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { createKeysAt } from '../new-keys.ts';
import { type Tools, openKeysAt, withTools } from '../open-instance.ts';
import { placesOf, requireData } from '../places.ts';
import { sha256 } from '../platform.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, jsonOption, keysOption } from '../terminal/option.ts';
import type { ExitCode, Terminal } from '../terminal/terminal.ts';

/** `kanribo keys`: makes keys, or shows what may be shown of them. Never a secret. */
export const keys: Command = {
  name: 'keys',
  summary: '鍵を作ります。または検証鍵、指紋、署名の控えを表示します',
  usage: ['create [--keys DIR] [--without-passphrase]', 'show [--data DIR] [--keys DIR] [--json]'],
  operands: [
    { name: 'ACTION', isOptional: true, meaning: 'create（作る）または show（表示、省略時）' },
  ],
  options: [
    {
      name: 'without-passphrase',
      meaning: 'パスフレーズを付けません（ファイルの権限だけで守ります。試用のためのものです）',
    },
    dataOption,
    keysOption,
    jsonOption,
  ],
  example: ['kanribo keys create --keys keys', 'kanribo keys show'],
  notes: ['秘密の鍵は表示しません。'],
  async run(given, terminal) {
    const action = given.operand(0) ?? 'show';
    if (action === 'create') return create(given, terminal);
    if (action === 'show') return show(given, terminal);
    throw new CliFault('usage', `「${action}」はできません。create か show を指定してください。`);
  },
};

async function create(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { keysDirectory } = placesOf(given, terminal);
  const protection = given.has('without-passphrase') ? 'file' : 'passphrase';
  await createKeysAt(keysDirectory, protection, terminal);
  terminal.print(`${keysDirectory} に鍵を作りました。データとは別の場所に保管してください。`);
  return 0;
}

async function show(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const places = placesOf(given, terminal);
  await requireData(places);
  const directory = await openKeysAt(places.keysDirectory, terminal);
  const logs = await withTools(places, directory, shownLogs);
  terminal.print(given.has('json') ? JSON.stringify(logs) : logs.map(textOf).join('\n\n'));
  return 0;
}

interface ShownLog {
  readonly origin: string;
  readonly size: number;
  readonly verifierKey: string | null;
  /** SHA-256 of the verifier key's text, as `formatFingerprint` writes it. */
  readonly fingerprint: string | null;
  readonly guard: { readonly size: number; readonly root: string } | 'unknown' | null;
}

async function shownLogs({ store, keys: directory }: Tools): Promise<readonly ShownLog[]> {
  const shown: ShownLog[] = [];
  for (const { origin, size } of await store.logs()) {
    const contract = parseContractId(parseOrigin(origin)?.contract ?? instanceId);
    const verifierKey = contract.ok
      ? await directory.verifierKey(contract.value, origin)
      : undefined;
    const guard = await directory.guard(origin);
    shown.push({
      origin,
      size,
      verifierKey: verifierKey ?? null,
      fingerprint: verifierKey === undefined ? null : formatFingerprint(sha256(utf8(verifierKey))),
      guard:
        typeof guard === 'object'
          ? { size: guard.size, root: toBase64(guard.root) }
          : (guard ?? null),
    });
  }
  return shown;
}

function textOf({ origin, size, verifierKey, fingerprint, guard }: ShownLog): string {
  return [
    `${origin}（${size}件）`,
    `  検証鍵    ${verifierKey ?? 'ありません'}`,
    `  指紋      ${fingerprint ?? '―'}`,
    `  署名の控え ${guardText(guard)}`,
  ].join('\n');
}

function guardText(guard: ShownLog['guard']): string {
  if (guard === null) return 'まだ署名していません';
  if (guard === 'unknown') return 'どこまで署名したか分かりません（再開が必要です）';
  return `${guard.size}件まで（${guard.root}）`;
}
