import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestDatabase } from '@kanribo/store/testing';
import { inDirectory, runCli } from './testing/run-cli.ts';
import { liveToyContract } from './testing/toy-instance.ts';

/** The story starts two databases and prints nine papers, and the first test tells it twice. */
const patience = { timeout: 240_000 };

const sample = join(import.meta.dirname, '..', '..', '..', 'samples', 'people.csv');
const demo = (directory: string, words: readonly string[] = []) =>
  runCli(['demo', '--once', '--data', 'place', ...words], { directory });

const papers = [
  '総括責任者設置届',
  '監査責任者選任届',
  '管理責任者選任届',
  '事務取扱担当者名簿',
  '検証鍵の届出',
  '変更届',
  '持出管理簿',
  '送付管理簿',
  '義務の履行状況',
].map((name) => `${name}.pdf`);

/** How many entries the register of the bundle has. */
async function registerSize(directory: string): Promise<number> {
  const file = join(directory, 'place/bundle/register/entries.jsonl');
  return (await readFile(file, 'utf8')).trimEnd().split('\n').length;
}

async function inPassableDirectory(use: (directory: string) => Promise<void>): Promise<void> {
  await inDirectory(async (directory) => {
    // Under root the database runs as another account, which must pass this directory.
    await chmod(directory, 0o711);
    await use(directory);
  });
}

test(
  'CLI-19, CLI-21: the demo tells its story, and a second run repeats no step',
  patience,
  async () => {
    await inPassableDirectory(async (directory) => {
      const first = await demo(directory);
      expect(first).toMatchObject({ exitCode: 0, complained: '' });
      const [, tampered = 'none'] =
        /写しの記録 (\d+) の日付を書き換えました/u.exec(first.printed) ?? [];
      expect(first.printed).toContain(`台帳の記録の番号${tampered}（register/entries.jsonl`);
      expect(first.printed).toContain('すべて署名されたとおりです。');
      expect(first.printed).toContain('根拠：第7条');
      expect(first.printed).toContain('逸脱として記録：承認のない持ち出し');
      const documents = join(directory, 'place/documents');
      expect((await readdir(documents)).sort()).toEqual([...papers].sort());
      for (const paper of papers) {
        const start = (await readFile(join(documents, paper))).subarray(0, 5);
        expect(start.toString('latin1')).toBe('%PDF-');
      }
      const verified = await runCli(['verify', 'place/bundle'], { directory });
      expect(verified).toMatchObject({ exitCode: 0, complained: '' });

      const size = await registerSize(directory);
      const second = await demo(directory);
      expect(second).toMatchObject({ exitCode: 0, complained: '' });
      expect(second.printed).toContain('義務の履行状況 は印刷済みです');
      expect(second.printed).not.toContain('▤');
      expect(second.printed).toContain(`書き換えられた記録 ${tampered} を検証が指摘しました`);
      expect((await registerSize(directory)) - size).toBeLessThanOrEqual(1);

      const words = ['print', 'duty-map', '--contract', 'sample-1', '--to', 'map.pdf'];
      const there = ['--data', 'place/data', '--keys', 'place/keys'];
      const printed = await runCli([...words, ...there], { directory });
      expect(printed).toMatchObject({ exitCode: 0, complained: '' });
      expect((await readFile(join(directory, 'map.pdf'))).toString('latin1', 0, 5)).toBe('%PDF-');
      const again = await runCli([...words, ...there], { directory });
      expect(again).toMatchObject({ exitCode: 1, printed: '' });
      expect(again.complained).toContain('map.pdf は既にあります');
    });
  },
);

test('CLI-22: another story on the same data is refused before it is told', patience, async () => {
  await inPassableDirectory(async (directory) => {
    expect(await demo(directory)).toMatchObject({ exitCode: 0 });
    const size = await registerSize(directory);
    const people = await readFile(sample, 'utf8');
    await writeFile(join(directory, 'named.csv'), people.replace('山本 誠', '山本 清'));
    await writeFile(
      join(directory, 'longer.csv'),
      people.replace('令和8年9月30日', '令和9年3月31日'),
    );
    await writeFile(join(directory, 'annex.txt'), '第１条　見本');
    const others = [
      [['--people', 'named.csv'], '別の名簿（--people）で'],
      [['--people', 'longer.csv'], '別の名簿（--people）で'],
      [['--annex', 'annex.txt'], '別の特記事項（--annex）で'],
      [['--date', '2026-04-02'], '別の開始日（--date）で'],
    ] as const;
    for (const [words, says] of others) {
      const ended = await demo(directory, words);
      expect(ended).toMatchObject({ exitCode: 1, printed: '' });
      expect(ended.complained).toContain(says);
      expect(ended.complained).toContain('--seed 2');
    }
    expect(await registerSize(directory)).toBe(size);
    const second = await demo(directory, ['--people', 'named.csv', '--seed', '2']);
    expect(second).toMatchObject({ exitCode: 0, complained: '' });
    const missing = ['print', 'handlers-list', '--case', 'handlers-list-9', '--to', 'no.pdf'];
    const there = ['--contract', 'sample-1', '--data', 'place/data', '--keys', 'place/keys'];
    const unprinted = await runCli([...missing, ...there], { directory });
    expect(unprinted).toMatchObject({ exitCode: 2, printed: '' });
    expect(unprinted.complained).toContain('「handlers-list-9」という、作成済みの');
    const beside = ['--data', 'new/data', '--keys', 'new/keys'];
    const rebuilt = await runCli(['rebuild', 'place/bundle', ...beside], { directory });
    expect(rebuilt).toMatchObject({ exitCode: 0, complained: '' });
  });
});

test('CLI-23: the demo is told in the database that DATABASE_URL names', patience, async () => {
  const [database, office] = [await createTestDatabase(), await createTestDatabase()];
  try {
    await inPassableDirectory(async (directory) => {
      const environment = { DATABASE_URL: database.url };
      const told = await runCli(['demo', '--once'], { directory, environment });
      expect(told).toMatchObject({ exitCode: 0, complained: '' });
      expect(told.printed).toContain('を検証が指摘しました');
      expect((await readdir(join(directory, 'demo'))).sort()).toEqual([
        'bundle',
        'documents',
        'keys',
      ]);
      const copies = await database.asOwner((client) =>
        client.query("select from pg_database where datname like 'kanribo_demo_copy_%'"),
      );
      expect(copies.rowCount).toBe(0);

      await liveToyContract({ url: office.url, keysDirectory: join(directory, 'office') }, 3);
      const there = { DATABASE_URL: office.url };
      const refused = await runCli(['demo', '--once'], { directory, environment: there });
      expect(refused).toMatchObject({ exitCode: 1, printed: '' });
      expect(refused.complained).toContain('デモではない記録（test.example）');
    });
  } finally {
    await database.close();
    await office.close();
  }
});

test('CLI-20: a demo that is not understood writes nothing', patience, async () => {
  await inPassableDirectory(async (directory) => {
    const people = await readFile(sample, 'utf8');
    await writeFile(join(directory, 'bad.csv'), people.replace('管理責任者', '係長'));
    await writeFile(join(directory, 'few.csv'), people.split('\n').slice(0, 4).join('\n'));
    const slips = [
      [['--people', 'bad.csv'], 'bad.csv の4行目：役割「係長」'],
      [['--people', 'few.csv'], '2人以上'],
      [['--people', 'nobody.csv'], 'nobody.csv を開けません'],
      [['--annex', 'no-annex.txt'], 'no-annex.txt を開けません'],
      [['--seed', 'one'], '--seed'],
      [['--date', '2026-02-30'], '--date'],
      [['--date', '9999-12-30'], '2099-12-31 まで'],
      [['--date', '2026-03-31'], '髙橋 由紀子'],
      [['--date', '2026-08-01'], '山本 誠'],
    ] as const;
    for (const [words, says] of slips) {
      const ended = await demo(directory, words);
      expect(ended).toMatchObject({ exitCode: 2, printed: '' });
      expect(ended.complained).toContain(says);
    }
    expect((await readdir(directory)).sort()).toEqual(['bad.csv', 'few.csv']);
  });
});

test('CLI-21: print names a slip and writes nothing', async () => {
  await inDirectory(async (directory) => {
    const print = (words: readonly string[]) =>
      runCli(['print', ...words, '--contract', 'sample-1', '--to', 'out.pdf'], { directory });
    const slips = [
      [['receipt'], '「receipt」という書面はありません'],
      [['handlers-list'], '--case に届出の番号'],
      [['duty-map', '--case', 'change-1'], '--case は要りません'],
    ] as const;
    for (const [words, says] of slips) {
      const ended = await print(words);
      expect(ended).toMatchObject({ exitCode: 2, printed: '' });
      expect(ended.complained).toContain(says);
    }
    expect(await readdir(directory)).toEqual([]);
  });
});
