import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestDatabase } from '@kanribo/store/testing';
import { inDirectory, runCli } from './testing/run-cli.ts';
import { liveToyContract } from './testing/toy-instance.ts';

/** The story starts two databases and prints two dozen papers, and the first test tells it twice. */
const patience = { timeout: 240_000 };

const sample = join(import.meta.dirname, '..', '..', '..', 'samples', 'people.csv');
const demo = (directory: string, words: readonly string[] = []) =>
  runCli(['demo', '--once', '--data', 'place', ...words], { directory });

const papers = [
  'ヒヤリ・ハット記録',
  '事務取扱担当者名簿',
  '事務取扱担当者名簿（追加）',
  '再々委託の承認申請書',
  '再々委託先の安全管理措置の確認書',
  '再委託の承認申請書',
  '再委託先の安全管理措置の確認書',
  '利用管理簿',
  '協議記録',
  '変更届（取り扱う範囲）',
  '変更届（従事期間）',
  '変更届（氏名）',
  '持出管理簿',
  '教育実施結果報告書',
  '教育実施結果報告書（追加）',
  '検証鍵の届出',
  '監査責任者選任届',
  '管理責任者選任届',
  '総括責任者設置届',
  '義務の履行状況',
  '複製管理簿',
  '送付管理簿',
  '遵守状況の報告書',
].map((name) => `${name}.pdf`);

/** What lies beside the papers: no proofs. */
const files = [
  '持出管理簿.csv',
  '特記事項の読取り結果.txt',
  '管理責任者選任届（指定様式）.docx',
  '送付管理簿.xlsx',
];

/** What the story says where it meets each part of the year. */
const told = [
  '義務 89件のうち、定めあり',
  'どの条にも置けなかった行（8行）：',
  '第4条→第3条第1項',
  '根拠：第7条',
  '根拠：第8条',
  '委託者の指定様式に記入しました',
  'まだ受けていない人：山本 誠',
  '口頭・未確認',
  '▲ 期限超過（令和8年4月21日まで何もなければ）：第20条第3号',
  '逸脱として記録：承認のない持ち出し',
  '逸脱として記録：事務取扱担当者でない者による文書の閲覧',
  '追跡番号 12345678904 は',
  '差出しの控え・受領証がありません',
  '通知書1200通',
  '必要な明記がありません',
  '現在有効な委託者の承認がありません',
  '人が確認していない義務が',
  'みなと野製本株式会社（業務中）',
  '従事期間の終わりが近い人：山本 誠',
  '管理簿への記録の遅れ',
  'その日の終わりに知っていたこと：',
  '委託者が述べたとして当方が記録したもの',
  '返還・引渡し等',
];

/** The commands that make files of a register and of a filing for others' software. */
async function printsFiles(directory: string): Promise<void> {
  const there = ['--data', 'place/data', '--keys', 'place/keys', '--contract', 'sample-1'];
  const print = (words: readonly string[]) => runCli(['print', ...words, ...there], { directory });
  for (const format of ['csv', 'xlsx']) {
    const to = `take-out.${format}`;
    const made = await print(['take-out', '--as', format, '--to', to]);
    expect(made).toMatchObject({ exitCode: 0, complained: '' });
    expect(made.printed).toContain('照合番号はありません');
  }
  const sheet = await readFile(join(directory, 'take-out.csv'), 'utf8');
  expect(sheet).toContain('"番号","種類（管理番号）"');
  const workbook = await readFile(join(directory, 'take-out.xlsx'));
  expect(workbook.toString('latin1', 0, 2)).toBe('PK');
  const form = join(sample, '..', 'manager-form.docx');
  const filing = ['manager-filing', '--case', 'manager-filing-1', '--form', form];
  const filled = await print([...filing, '--to', 'filled.docx', '--json']);
  expect(filled).toMatchObject({ exitCode: 0, complained: '' });
  expect(JSON.parse(filled.printed)).toMatchObject({ isProved: false });
  const other = ['change-filing', '--case', 'change-filing-1', '--form', form];
  const unfitting = await print([...other, '--to', 'no.docx']);
  expect(unfitting).toMatchObject({ exitCode: 1, printed: '' });
  expect(unfitting.complained).toContain('管理責任者、氏名');
  const none = await print([...filing.slice(0, 3), '--form', sample, '--to', 'no.docx']);
  expect(none).toMatchObject({ exitCode: 1, printed: '' });
  expect(none.complained).toContain('Word の文書（.docx）');
  expect(await readdir(directory)).not.toContain('no.docx');
}

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
  'CLI-19, CLI-21, CLI-27: the demo tells its story, and a second run repeats no step',
  patience,
  async () => {
    await inPassableDirectory(async (directory) => {
      const first = await demo(directory);
      expect(first).toMatchObject({ exitCode: 0, complained: '' });
      const [, tampered = 'none'] =
        /写しの記録 (\d+) の日付を書き換えました/u.exec(first.printed) ?? [];
      expect(first.printed).toContain(`台帳の記録の番号${tampered}（register/entries.jsonl`);
      expect(first.printed).toContain('すべて署名されたとおりです。');
      expect(told.filter((says) => !first.printed.includes(says))).toEqual([]);
      expect(first.printed.trimEnd().split('\n').at(-1)).toMatch(
        /^ソフトウェアがまだ確認していない義務：\d+件$/u,
      );
      const documents = join(directory, 'place/documents');
      expect((await readdir(documents)).sort()).toEqual([...papers, ...files].sort());
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
      await printsFiles(directory);
    });
  },
);

test(
  'CLI-22, CLI-26: another story on the same data is refused before it is told',
  patience,
  async () => {
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
      const unseen = ['--annex', join(sample, '..', 'annex-other-town.txt')];
      const second = await demo(directory, ['--people', 'named.csv', '--seed', '2', ...unseen]);
      expect(second).toMatchObject({ exitCode: 0, complained: '' });
      expect(second.printed).toContain('1行目：みずべ市マイナンバー等取扱仕様書');
      expect(second.printed).toContain('第7条→第2条第3号');
      expect(second.printed).toContain('定めが見当たらない義務：');
      const missing = ['print', 'handlers-list', '--case', 'handlers-list-9', '--to', 'no.pdf'];
      const there = ['--contract', 'sample-1', '--data', 'place/data', '--keys', 'place/keys'];
      const unprinted = await runCli([...missing, ...there], { directory });
      expect(unprinted).toMatchObject({ exitCode: 2, printed: '' });
      expect(unprinted.complained).toContain('「handlers-list-9」という、作成済みの');
      const beside = ['--data', 'new/data', '--keys', 'new/keys'];
      const rebuilt = await runCli(['rebuild', 'place/bundle', ...beside], { directory });
      expect(rebuilt).toMatchObject({ exitCode: 0, complained: '' });
    });
  },
);

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

test('CLI-21, CLI-27: print names a slip and writes nothing', async () => {
  await inDirectory(async (directory) => {
    const print = (words: readonly string[]) =>
      runCli(['print', ...words, '--contract', 'sample-1', '--to', 'out.pdf'], { directory });
    const slips = [
      [['receipt'], '「receipt」という書面はありません'],
      [['handlers-list'], '--case に届出の番号'],
      [['duty-map', '--case', 'change-1'], '--case は要りません'],
      [['take-out', '--as', 'docx'], '--as は pdf、csv、xlsx'],
      [['manager-filing', '--case', 'manager-filing-1', '--as', 'csv'], '届出のため'],
      [['take-out', '--form', sample], '様式に記入できません'],
      [['manager-filing', '--case', 'manager-filing-1', '--form', 'no.docx'], 'を開けません'],
    ] as const;
    for (const [words, says] of slips) {
      const ended = await print(words);
      expect(ended).toMatchObject({ exitCode: 2, printed: '' });
      expect(ended.complained).toContain(says);
    }
    expect(await readdir(directory)).toEqual([]);
  });
});
