import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseContractId, parseDay } from '@kanribo/kernel';
import { createKeys, openKeys } from '@kanribo/keys';
import { openFormRenderer } from '@kanribo/forms';
import type { DatabaseLocation } from '@kanribo/store';
import { CliFault } from '../cli-fault.ts';
import { withContracts } from '../contract-instance.ts';
import { castFrom, requireInOffice } from '../demo/cast.ts';
import { play } from '../demo/play.ts';
import { type StaffMember, readPeople } from '../demo/people.ts';
import { readTextFile } from '../demo/read-text.ts';
import { Stage } from '../demo/stage.ts';
import { StoryClock } from '../demo/story-clock.ts';
import { freshCommandId } from '../platform.ts';
import type { Arguments } from '../terminal/arguments.ts';
import type { Command } from '../terminal/command.ts';
import type { Terminal } from '../terminal/terminal.ts';

const sample = (name: string) =>
  fileURLToPath(new URL(`../../../../samples/${name}`, import.meta.url));

/** `kanribo demo`: one contract's life, from its set-up to a tampered copy that is caught. */
export const demo: Command = {
  name: 'demo',
  summary: '見本の契約を一つ、準備から改ざんの発見まで通して実行します',
  operands: [],
  options: [
    {
      name: 'once',
      meaning: '筋書きを終えたら終了します（いまは付けなくても終了します）',
    },
    { name: 'annex', takes: 'FILE', meaning: '特記事項の本文（UTF-8 または Shift_JIS）' },
    { name: 'people', takes: 'FILE', meaning: '名簿のCSV（見本は samples/people.csv）' },
    { name: 'seed', takes: 'N', meaning: '筋書きの番号（省略すると 1）' },
    { name: 'date', takes: 'D', meaning: '筋書きの最初の日（省略すると 2026-04-01）' },
    {
      name: 'data',
      takes: 'DIR',
      meaning: '置き場所（省略すると ./demo。内蔵のデータベースもここに置きます）',
    },
  ],
  example: [
    'npm run demo -- --once',
    'npm run demo -- --once --annex annex.txt --people people.csv',
  ],
  notes: [
    '操作はすべて、製品と同じ入口（execute と ask）から行います。筋書きどおりにならなければ終了コード1です。',
    '--data がなく DATABASE_URL があれば、データベースはそれを使い、ほかは ./demo に置きます。',
    '同じ置き場所でもう一度実行すると、続きから始まります。書面は「置き場所/documents」にできます。',
  ],
  async run(given, terminal) {
    const script = await readScript(given);
    const home = given.path(given.optional('data') ?? 'demo');
    // Keys make their own directory for the owner alone; the database's account must pass this one.
    await mkdir(home, { recursive: true, mode: 0o755 });
    const keys = await demoKeys(join(home, 'keys'));
    const database = databaseOf(given, terminal, home);
    const places = { database, keysDirectory: join(home, 'keys') };
    const renderer = openFormRenderer();
    const told = { unwatched: 0 };
    try {
      const opening = { places, keys, clock: script.clock, createAs: instanceName };
      await withContracts(opening, async (opened) => {
        requireDemo(opened.instance.name);
        const caller = { id: freshCommandId(), actor: 'set-up' };
        const made = await opened.instance.openContract(script.contractId, caller);
        if (!made.ok && made.error.code !== 'contract-exists') {
          throw new CliFault('failed', `契約を開けません（${made.error.code}）。`);
        }
        const setting = {
          ...script,
          opened,
          renderer,
          terminal,
          documents: join(home, 'documents'),
        };
        const order = { ...script, database, bundle: join(home, 'bundle') };
        told.unwatched = await play(new Stage(setting), order);
      });
    } finally {
      await renderer.close();
    }
    sayEnd({ home, ...told }, terminal);
    return 0;
  },
};

const instanceName = 'demo.kanribo';

/** The place's own embedded database, or the one DATABASE_URL names unless a place is given. */
function databaseOf(given: Arguments, { environment }: Terminal, home: string): DatabaseLocation {
  const url = environment['DATABASE_URL'];
  if (given.optional('data') !== undefined || !url) return { dataDirectory: join(home, 'data') };
  return { url };
}

/** A database in which an office keeps its real contracts is no place for a story. */
function requireDemo(found: string): void {
  if (found === instanceName) return;
  throw new CliFault(
    'failed',
    `DATABASE_URL のデータベースには、デモではない記録（${found}）があります。空のデータベースを指定するか、DATABASE_URL を外してください。`,
  );
}

async function readScript(given: Arguments) {
  const annexFile = given.optional('annex');
  const peopleFile = given.optional('people');
  const annex = await readTextFile(
    annexFile === undefined ? sample('annex.txt') : given.path(annexFile),
  );
  const path = peopleFile === undefined ? sample('people.csv') : given.path(peopleFile);
  const people: readonly StaffMember[] = readPeople((await readTextFile(path)).text, path);
  const cast = castFrom(people);
  const seed = given.optional('seed') ?? '1';
  if (!/^[0-9]{1,9}$/.test(seed)) throw new CliFault('usage', '--seed は9桁までの数字です。');
  const base = parseDay(given.optional('date') ?? '2026-04-01');
  if (!base.ok) throw new CliFault('usage', '--date は 2026-04-01 の形で指定してください。');
  const contractId = parseContractId(`sample-${seed}`);
  if (!contractId.ok) throw new CliFault('usage', '--seed を確かめてください。');
  requireInOffice(cast, base.value);
  const clock = new StoryClock(base.value);
  const subcontract = (await readTextFile(sample('subcontract.txt'))).text;
  const form = await readFile(sample('manager-form.docx'));
  const script = { annex, people, seed, subcontract, form: new Uint8Array(form) };
  return { ...script, clock, contractId: contractId.value };
}

/** The demo's keys lie in a file; a real office keeps them under a passphrase. */
async function demoKeys(directory: string) {
  const opened = await openKeys({ directory });
  if (opened.ok) return opened.value;
  const made = await createKeys({ directory, protection: { kind: 'file' } });
  if (made.ok) return made.value;
  throw new CliFault('failed', `${directory} に鍵を作れません（${made.error.code}）。`);
}

function sayEnd(
  { home, unwatched }: { readonly home: string; readonly unwatched: number },
  terminal: Terminal,
): void {
  terminal.print(`\n筋書きは最後まで進みました。書面は ${join(home, 'documents')} にあります。`);
  terminal.print(`検証：npm run kanribo -- verify ${join(home, 'bundle')}`);
  terminal.print(`ソフトウェアがまだ確認していない義務：${unwatched}件`);
}
