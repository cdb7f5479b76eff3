import { sentenceOfRefusal } from '@kanribo/office';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type RestoreRefusal,
  type Restored,
  openInstance,
  restore as restoreInstance,
} from '@kanribo/application';
import { type JsonObject, exhaustive, ok } from '@kanribo/kernel';
import { type KeyDirectory, importSecrets, openKeys } from '@kanribo/keys';
import { CliFault } from '../cli-fault.ts';
import { instanceRefusal } from '../instance-refusal.ts';
import { type KeysProtection, openWayTo, protectionOf, sentenceOfCreation } from '../new-keys.ts';
import { openKeysAt, withStore, withTools } from '../open-instance.ts';
import { askPassphrase, wayToGive } from '../passphrase.ts';
import { type Places, exists, placesOf } from '../places.ts';
import { platform, verifying } from '../platform.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, keysOption } from '../terminal/option.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { verdictText } from '../verdict-text.ts';

/** `kanribo restore`: an instance from a backup. */
export const restore: Command = {
  name: 'restore',
  summary: 'バックアップを、空のデータベースに戻します',
  operands: [{ name: 'FILE', meaning: 'kanribo backup で作ったファイル' }],
  options: [
    dataOption,
    keysOption,
    {
      name: 'without-passphrase',
      meaning: '新しく作る鍵の場所に、パスフレーズを付けません（試用のためのものです）',
    },
  ],
  example: ['kanribo restore kanribo-2026-11-23.age --data data --keys keys'],
  notes: [
    '鍵の場所に鍵が残っていれば、そのまま使います。なければ、バックアップの中の鍵を戻します。',
    'すべて検証できたときだけ戻します。署名を続けるには、kanribo resume が要ることがあります。',
  ],
  async run(given, terminal) {
    const file = given.path(given.operand(0) ?? '');
    if (!(await stat(file)).isFile()) {
      throw new CliFault('failed', `${file} はファイルではありません。`);
    }
    const places = placesOf(given, terminal);
    const passphrase = await askPassphrase('backup', terminal);
    if (passphrase === undefined) throw new CliFault('failed', wayToGive('backup'));
    const protection = given.has('without-passphrase') ? 'file' : 'passphrase';
    const keys = new RestoredKeys(places.keysDirectory, protection, terminal);
    await keys.open();
    const { list } = await restoreFrom({ file, passphrase }, places, keys);
    const contracts = list.logs.filter(({ log }) => log === 'register').length;
    terminal.print(`${contracts}件の契約を戻しました（${list.madeAt} のバックアップ）。`);
    await sayWhatIsReadOnly(places, await keys.opened(), terminal);
    return 0;
  },
};

/** Keys that survived, or those of the backup once they are read. */
class RestoredKeys {
  readonly #directory: string;
  readonly #protection: KeysProtection;
  readonly #terminal: Terminal;
  #keys: KeyDirectory | undefined;
  #isAdopted = false;

  constructor(directory: string, protection: KeysProtection, terminal: Terminal) {
    this.#directory = directory;
    this.#protection = protection;
    this.#terminal = terminal;
  }

  /** Opens keys that survived; of an occupied directory without keys it says so at once. */
  async open(): Promise<void> {
    const found = await openKeys({ directory: this.#directory });
    if (found.ok) this.#keys = found.value;
    else if (found.error.code !== 'keys-missing') {
      this.#keys = await openKeysAt(this.#directory, this.#terminal);
    }
  }

  async opened(): Promise<KeyDirectory> {
    if (this.#keys !== undefined) return this.#keys;
    throw new CliFault(
      'failed',
      'バックアップに鍵がありません。kanribo backup で作り直してください。',
    );
  }

  async adopt(secrets: JsonObject): Promise<void> {
    const directory = this.#directory;
    if (this.#keys !== undefined) {
      if (await this.#keys.holds(secrets)) return;
      throw new CliFault(
        'failed',
        `${directory} の鍵は、このバックアップの鍵ではありません。--keys に、このバックアップと同じシステムの鍵の場所か、新しいフォルダを指定してください。`,
      );
    }
    const protection = await protectionOf(this.#protection, this.#terminal);
    await openWayTo(directory);
    const made = await importSecrets({ directory, protection, secrets });
    if (made.ok) {
      this.#keys = made.value;
      this.#isAdopted = true;
      return;
    }
    if (made.error.code !== 'secrets-malformed') {
      throw new CliFault('failed', sentenceOfCreation(made.error, directory));
    }
    throw new CliFault('failed', `バックアップの中の鍵（${made.error.where}）が壊れています。`);
  }

  /** Takes back what was adopted when nothing was restored. */
  async withdraw(): Promise<void> {
    if (!this.#isAdopted || !(await exists(this.#directory))) return;
    for (const name of await readdir(this.#directory)) {
      await rm(join(this.#directory, name), { recursive: true });
    }
  }
}

async function restoreFrom(
  backup: { readonly file: string; readonly passphrase: string },
  places: Places,
  keys: RestoredKeys,
): Promise<Restored> {
  const evidenceKey = async (id: Parameters<KeyDirectory['evidenceKey']>[0]) =>
    (await keys.opened()).evidenceKey(id);
  try {
    const bytes: AsyncIterable<Uint8Array> = createReadStream(backup.file);
    const restored = await withStore(places, evidenceKey, (store) =>
      restoreInstance(
        { ...platform, store },
        {
          passphrase: backup.passphrase,
          bytes,
          adoptSecrets: async (secrets) => ok(await keys.adopt(secrets).then(() => undefined)),
          verifying,
        },
      ),
    );
    if (restored.ok) return restored.value;
    throw new CliFault('failed', sentenceOf(restored.error));
  } catch (fault) {
    await keys.withdraw();
    throw fault;
  }
}

function sentenceOf(refusal: RestoreRefusal): string {
  switch (refusal.code) {
    case 'passphrase-wrong':
      return 'バックアップのパスフレーズが違います。確かめて、もう一度実行してください。';
    case 'backup-malformed':
      return `バックアップが壊れているか、バックアップではありません（${refusal.where}）。何も戻していません。`;
    case 'database-not-empty':
      return 'データベースに既に記録があります。--data に空の場所を指定してください。';
    case 'secrets-refused':
      return `バックアップの中の鍵を使えません（${refusal.reason}）。何も戻していません。`;
    case 'backup-broken':
      return `${refusal.contract} の記録に異常があります。何も戻していません。\n${verdictText(refusal.verdict)}`;
    default:
      return exhaustive(refusal);
  }
}

/** What has to be resumed before it is signed again; best said at once. */
async function sayWhatIsReadOnly(
  places: Places,
  keys: KeyDirectory,
  terminal: Terminal,
): Promise<void> {
  await withTools(places, keys, async (tools) => {
    const opened = await openInstance(tools);
    if (!opened.ok) return;
    const ofInstance = await instanceRefusal(tools);
    if (ofInstance !== undefined) terminal.print(sentenceOfRefusal(ofInstance));
    for (const { id } of await opened.value.contracts()) {
      const refusal = await opened.value.readOnly(id);
      if (refusal !== undefined) terminal.print(sentenceOfRefusal(refusal));
    }
  });
}
