import {
  type ContractRules,
  type DomainTypes,
  type Instance,
  type InstanceTools,
  openInstance,
} from '@kanribo/application';
import { type ContractId, err, parseContractId } from '@kanribo/kernel';
import { type KeyDirectory, openKeys } from '@kanribo/keys';
import { type EvidenceKey, openDatabase, openStore } from '@kanribo/store';
import { CliFault } from './cli-fault.ts';
import { askPassphrase, wayToGive } from './passphrase.ts';
import type { Places } from './places.ts';
import { platform } from './platform.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Commands that keep an instance decide nothing about a contract, and fold nothing of it. */
export interface NoDomain extends DomainTypes {
  readonly contract: null;
  readonly command: never;
  readonly question: never;
  readonly answer: never;
  readonly refusal: { readonly code: 'not-decided-here'; readonly duty: null };
  readonly warning: never;
}

const noRules: ContractRules<NoDomain> = {
  empty: () => null,
  evolve: () => null,
  cite: () => '',
  recall: () => ({ subject: '', warnings: [] }),
  decide: () => err({ code: 'not-decided-here', duty: null }),
  answer: () => err({ code: 'not-decided-here', duty: null }),
  gistOfCommand: () => ({ kind: '', subjects: [], evidence: [] }),
  gistOfQuestion: () => ({ kind: '', subjects: [] }),
};

/** The tools an instance stands on, from this machine's database, keys, clock and random bytes. */
export type Tools = InstanceTools<NoDomain> & {
  readonly keys: KeyDirectory;
  readonly store: Store;
};

/** Logs and evidence of a database. */
export type Store = ReturnType<typeof openStore>;

/** Lends the store at these places; the database is closed afterwards, however it ends. */
export async function withStore<T>(
  { database: location }: Places,
  evidenceKey: EvidenceKey,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(location);
  try {
    return await use(openStore(database, evidenceKey));
  } finally {
    await database.close();
  }
}

/** Lends the tools at these places. */
export async function withTools<T>(
  places: Places,
  keys: KeyDirectory,
  use: (tools: Tools) => Promise<T>,
): Promise<T> {
  return withStore(
    places,
    (contractId) => keys.evidenceKey(contractId),
    (store) => use({ ...platform, store, keys, rules: noRules }),
  );
}

/**
 * Lends the instance at these places and the tools it stands on.
 * @throws {CliFault} `failed` where the database holds none.
 */
export async function withInstance<T>(
  places: Places,
  terminal: Terminal,
  use: (instance: Instance<NoDomain>, tools: Tools) => Promise<T>,
): Promise<T> {
  const keys = await openKeysAt(places.keysDirectory, terminal);
  return withTools(places, keys, async (tools) => {
    const opened = await openInstance(tools);
    if (opened.ok) return use(opened.value, tools);
    throw new CliFault('failed', missingInstance[opened.error.code]);
  });
}

const missingInstance = {
  'instance-missing':
    'このデータベースには、まだ何も記録されていません。--data または DATABASE_URL を確かめてください。',
  'instance-unfinished':
    'このデータベースは、途中までしか作られていません。空のデータベースに kanribo restore をやり直してください。',
} as const;

/**
 * Opens the keys of a directory, with the passphrase if they have one.
 * @throws {CliFault} `failed` where there are none or the passphrase is wrong.
 */
export async function openKeysAt(directory: string, terminal: Terminal): Promise<KeyDirectory> {
  const opened = await openKeys({ directory });
  if (opened.ok) return opened.value;
  if (opened.error.code !== 'passphrase-needed') return refuseKeys(opened.error.code, directory);
  const passphrase = await askPassphrase('keys', terminal);
  if (passphrase === undefined) throw new CliFault('failed', wayToGive('keys'));
  const unlocked = await openKeys({ directory, passphrase });
  return unlocked.ok ? unlocked.value : refuseKeys(unlocked.error.code, directory);
}

function refuseKeys(
  code: 'keys-missing' | 'passphrase-needed' | 'passphrase-wrong',
  directory: string,
): never {
  if (code === 'passphrase-wrong') {
    throw new CliFault(
      'failed',
      '鍵のパスフレーズが違います。確かめて、もう一度実行してください。',
    );
  }
  throw new CliFault(
    'failed',
    `${directory} に鍵がありません。--keys に鍵の場所を指定するか、kanribo keys create で作ってください。`,
  );
}

/**
 * Reads a contract's id as it was typed.
 * @throws {CliFault} `usage`.
 */
export function readContractId(text: string): ContractId {
  const parsed = parseContractId(text);
  if (parsed.ok) return parsed.value;
  throw new CliFault(
    'usage',
    `契約の番号「${text}」の形が正しくありません。小文字の英字、数字、ハイフンで63文字までです。`,
  );
}
