import { CliFault } from '../cli-fault.ts';
import { readPersonId } from '../code-words.ts';
import { requireNoFile, writeNewFile } from '../new-file.ts';
import { withInstance } from '../open-instance.ts';
import { askNewPassphrase, requireLongEnough } from '../passphrase.ts';
import { placesOf, requireData } from '../places.ts';
import { freshCommandId } from '../platform.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, keysOption } from '../terminal/option.ts';
import type { ExitCode } from '../terminal/terminal.ts';

/** `kanribo backup`: everything of an instance in one encrypted file. */
export const backup: Command = {
  name: 'backup',
  summary: 'すべての契約の記録、証拠、鍵を、暗号化した1つのファイルに写します',
  operands: [],
  options: [
    { name: 'to', takes: 'FILE', isRequired: true, meaning: '書き出すファイル（まだないもの）' },
    { name: 'person', takes: 'ID', meaning: '実行した人の番号（省略すると software）' },
    dataOption,
    keysOption,
  ],
  example: [
    'kanribo backup --to /media/usb/kanribo-2026-11-23.age',
    'KANRIBO_BACKUP_PASSPHRASE_FILE=/root/backup.txt kanribo backup --to FILE',
  ],
  notes: ['最後まで書けたときだけファイルができます。パスフレーズを忘れると、戻せません。'],
  async run(given, terminal) {
    const file = given.path(given.required('to'));
    const actor = readPersonId(given.optional('person') ?? 'software');
    const places = placesOf(given, terminal);
    await requireNoFile(file);
    await requireData(places);
    const passphrase = await askNewPassphrase('backup', terminal);
    requireLongEnough(passphrase);
    return withInstance<ExitCode>(places, terminal, async (instance, tools) => {
      const caller = { id: freshCommandId(), actor };
      const write = (bytes: AsyncIterable<Uint8Array>) => writeNewFile(file, bytes);
      const made = await instance.backup(caller, { passphrase, write, secrets: tools.keys });
      if (!made.ok) throw new CliFault('failed', 'パスフレーズが空です。');
      const { contracts } = made.value;
      terminal.print(`${file} に、${contracts}件の契約を写しました。`);
      return 0;
    });
  },
};
