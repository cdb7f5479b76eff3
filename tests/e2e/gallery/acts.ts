import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

/** What is done on a screen before its picture is taken. */
export type Act = (page: Page) => Promise<void>;

/** The log as a sheet for the client: made by pressing the button for it. */
export const makeCheckpoint: Act = async (page) => {
  await page.getByRole('button', { name: '今の時点の証明を作る' }).click();
  await page.locator('pre').waitFor();
};

/** The duty map as it stood some months before. */
export const goBack: Act = async (page) => {
  await page.getByRole('slider').fill('60');
  await page.waitForURL(/day=/u);
  await page.getByRole('table').waitFor();
};

/** A bundle as it was taken away. */
export const verifyWhole: Act = (page) => verified(page, async () => undefined);

/** A bundle in which somebody moved a day, with the key the client holds. */
export const verifyChanged: Act = (page) =>
  verified(page, async (folder) => {
    const entries = join(folder, 'register', 'entries.jsonl');
    const lines = (await readFile(entries, 'utf8')).split('\n');
    const moved = lines.map((line, index) =>
      index === 100 ? line.replace('"occurredAt":"2026-04', '"occurredAt":"2026-05') : line,
    );
    await writeFile(entries, moved.join('\n'));
  });

async function verified(page: Page, change: (folder: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-bundle-'));
  try {
    const answer = await page.request.get(
      page.url().replace(/\/contracts\/([^/]+)\/.*/u, '/api/v1/contracts/$1/bundle'),
    );
    const archive = join(directory, 'bundle.tar');
    await writeFile(archive, await answer.body());
    const folder = await mkdtemp(join(directory, 'b-'));
    await promisify(execFile)('tar', ['-xf', archive, '-C', folder]);
    await change(folder);
    await page.locator('input[type=file]').setInputFiles(folder);
    await page.getByRole('button', { name: '検証する' }).click();
    await page.getByText('記録の種類ごとの結果').first().waitFor();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const closed = (room: number) =>
  `R8.4.20,${room}号室の鍵の掛け忘れ,文書の利用・保管,R8.4.21,点検の漏れ,表の掲示,いいえ,未遂のため`;
const table = [
  '気付いた日,何が起きそうになったか,場面,原因と対策の記録の日,原因,対策,事故等にあたる,判断の理由',
  ...Array.from({ length: 12 }, (_, index) => closed(101 + index)),
  '不明,読めない日,その他,,,,,',
  '2026/5/7,宛先の書き誤り,文書,,,,,',
].join('\r\n');

/** A file that was chosen: its columns found, a row that cannot be read and a word to be chosen for. */
export const chooseTable: Act = async (page) => {
  const buffer = Buffer.from(table);
  const file = { name: 'ヒヤリ・ハット一覧.csv', mimeType: 'text/csv', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('「ヒヤリ・ハット一覧.csv」を読みました。').waitFor();
};

/** The same, mended and looked over on the register. */
export const lookOver: Act = async (page) => {
  await chooseTable(page);
  await page.getByLabel('場面「文書」（1行）').selectOption({ label: '文書の利用・保管' });
  await page.getByRole('button', { name: /^14行目を直す$/u }).click();
  await page.getByLabel('14行目の日付（日時）').fill('令和8年5月8日');
  await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
  await page.getByText('取り込めます。').first().waitFor();
};

/** And recorded; once it was, its rows are taken as other lines. */
export const recordTable: Act = async (page) => {
  await lookOver(page);
  const others = page.getByRole('button', { name: '同じ行をすべて別の行として取り込む' });
  if (await others.isVisible()) await others.click();
  await page.getByRole('button', { name: '14行を記録する' }).click();
  await page.getByText('14行を記録しました。').waitFor();
};
