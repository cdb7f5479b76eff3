import { sentenceOfRefusal } from '@kanribo/office';
import { requireVacant, writeBundle } from '../bundle-directory.ts';
import { CliFault } from '../cli-fault.ts';
import { readContractId, withInstance } from '../open-instance.ts';
import { placesOf, requireData } from '../places.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, keysOption } from '../terminal/option.ts';
import type { ExitCode } from '../terminal/terminal.ts';

/** `kanribo export`: the bundle of a contract, for the client. */
export const exportBundle: Command = {
  name: 'export',
  summary: '契約の控え（記録と証拠の一式）をフォルダに書き出します',
  operands: [],
  options: [
    { name: 'contract', takes: 'ID', isRequired: true, meaning: '契約の番号' },
    { name: 'to', takes: 'DIR', isRequired: true, meaning: '書き出す先（ないか、空のフォルダ）' },
    dataOption,
    keysOption,
  ],
  example: ['kanribo export --contract nerima-2026 --to usb/nerima-2026'],
  notes: [
    '最後まで書けたときだけフォルダができます。氏名等を含むので、取り扱いに注意してください。',
  ],
  async run(given, terminal) {
    const contract = readContractId(given.required('contract'));
    const directory = given.path(given.required('to'));
    const places = placesOf(given, terminal);
    await requireVacant(directory);
    await requireData(places);
    return withInstance<ExitCode>(places, terminal, async (instance) => {
      const written = await instance.exportBundle(contract, (source) =>
        writeBundle(source, directory),
      );
      if (!written.ok) throw new CliFault('failed', sentenceOfRefusal(written.error));
      terminal.print(`${directory} に書き出しました。`);
      return 0;
    });
  },
};
