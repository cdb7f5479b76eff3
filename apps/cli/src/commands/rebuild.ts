import { type RebuildRefusal, rebuild as rebuildInstance } from '@kanribo/application';
import { verify } from '@kanribo/evidence';
import { exhaustive } from '@kanribo/kernel';
import { bundleIn } from '../bundle-directory.ts';
import { CliFault } from '../cli-fault.ts';
import { readPersonId } from '../code-words.ts';
import { openOrCreateKeys } from '../new-keys.ts';
import { withTools } from '../open-instance.ts';
import { readOutside } from '../outside-input.ts';
import { placesOf } from '../places.ts';
import { sha256, verifying } from '../platform.ts';
import type { Command } from '../terminal/command.ts';
import { dataOption, jsonOption, keysOption } from '../terminal/option.ts';
import type { ExitCode } from '../terminal/terminal.ts';
import { verdictText } from '../verdict-text.ts';

/** `kanribo rebuild`: an instance from the bundle of one contract. */
export const rebuild: Command = {
  name: 'rebuild',
  summary: '控えから、空のデータベースに契約の記録を作り直します',
  operands: [{ name: 'BUNDLE', meaning: '控えのフォルダ' }],
  options: [
    { name: 'key', takes: 'VKEY', meaning: '「検証鍵の届出」にある検証鍵、またはそのファイル' },
    { name: 'person', takes: 'ID', meaning: '作り直しを決めた人の番号（省略すると software）' },
    dataOption,
    keysOption,
    jsonOption,
  ],
  example: ['kanribo rebuild usb/nerima-2026 --data data2 --keys keys'],
  notes: [
    '先に控えを検証し、異常があれば何も書きません。記録の件数と要約値は控えと同じになります。',
  ],
  async run(given, terminal) {
    const source = await bundleIn(given.path(given.operand(0) ?? ''));
    const person = readPersonId(given.optional('person') ?? 'software');
    const key = await readOutside(given, 'key');
    const places = placesOf(given, terminal);
    const options = { ...verifying, ...(key !== undefined && { key: key.text }) };
    const verdict = await verify(source, { sha256, ...options });
    if (verdict.status === 'broken') throw new CliFault('failed', verdictText(verdict));
    const keys = await openOrCreateKeys(places.keysDirectory, terminal);
    return withTools<ExitCode>(places, keys, async (tools) => {
      const rebuilt = await rebuildInstance(tools, source, { ...options, person });
      if (!rebuilt.ok) throw new CliFault('failed', sentenceOf(rebuilt.error));
      const { contract, instance, size } = rebuilt.value;
      if (given.has('json')) terminal.print(JSON.stringify({ contract, instance, size }));
      else terminal.print(`${contract} の台帳の記録${size}件を作り直しました。`);
      return 0;
    });
  },
};

function sentenceOf(refusal: RebuildRefusal): string {
  switch (refusal.code) {
    case 'bundle-broken':
      return verdictText(refusal.verdict);
    case 'bundle-incomplete':
      return 'この控えには、契約の記録がそろっていません。kanribo export で書き出した控えを指定してください。';
    case 'database-not-empty':
      return 'データベースに既に記録があります。--data に空の場所を指定してください。';
    case 'keys-differ':
      return `鍵の場所にある ${refusal.origin} の鍵が、控えに署名した鍵と違います。--keys の場所を確かめてください。`;
    default:
      return exhaustive(refusal);
  }
}
