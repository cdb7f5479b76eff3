import { CliFault } from '../cli-fault.ts';
import { readPersonId, readReason } from '../code-words.ts';
import { readContractId, withInstance } from '../open-instance.ts';
import { placesOf, requireData } from '../places.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, jsonOption, keysOption } from '../terminal/option.ts';
import type { ExitCode } from '../terminal/terminal.ts';

/** `kanribo resume`: goes on after a declared loss. */
export const resume: Command = {
  name: 'resume',
  summary: '失われた記録があることを届け出て、署名を再開します',
  operands: [],
  options: [
    {
      name: 'contract',
      takes: 'ID',
      isRequired: true,
      meaning: '契約の番号（装置の記録は instance）',
    },
    {
      name: 'reason',
      takes: 'CODE',
      isRequired: true,
      meaning: '理由の符号（例: restored-backup）',
    },
    { name: 'person', takes: 'ID', isRequired: true, meaning: '再開を決めた人の番号' },
    dataOption,
    keysOption,
    jsonOption,
  ],
  example: ['kanribo resume --contract nerima-2026 --reason restored-backup --person person-1'],
  notes: ['再開は記録に残り、検証では「届け出られた喪失」として示されます。取り消せません。'],
  async run(given, terminal) {
    const contract = readContractId(given.required('contract'));
    const order = {
      reason: readReason(given.required('reason')),
      person: readPersonId(given.required('person')),
    };
    const places = placesOf(given, terminal);
    await requireData(places);
    return withInstance<ExitCode>(places, terminal, async (instance) => {
      const resumed = await instance.resume(contract, order);
      if (!resumed.ok) throw new CliFault('failed', refusals[resumed.error.code]);
      if (given.has('json')) terminal.print(JSON.stringify(resumed.value));
      else {
        for (const { origin, size } of resumed.value) {
          terminal.print(`${size}件から、${origin} として再開しました。`);
        }
      }
      return 0;
    });
  },
};

const refusals = {
  'nothing-to-resume': '再開するものはありません。記録は、署名した内容と合っています。',
  'no-key': 'この契約の鍵がありません。--keys の場所を確かめてください。',
} as const;
