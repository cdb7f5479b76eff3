import { join } from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanribo-import-'));
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const path = '/contracts/movements/registers/near-miss';

async function opened(): Promise<Visit> {
  const seen = await visit(browser);
  await signIn(seen, path);
  await seen.page.getByRole('link', { name: 'ファイルから取り込む' }).click();
  await seen.page.getByRole('heading', { level: 1, name: /ファイルから取り込む/u }).waitFor();
  return seen;
}

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, content);
  await page.getByLabel('ファイル', { exact: true }).setInputFiles(file);
}

async function faultsOf(seen: Visit): Promise<readonly string[]> {
  const found = [...(await violations(seen.page)), ...seen.wrong];
  await seen.close();
  return found;
}

const heads =
  '気付いた日,何が起きそうになったか,場面,原因と対策の記録の日,原因,対策,事故等にあたる,判断の理由';
const closed =
  'R8.4.20,鍵の掛け忘れ,文書の利用・保管,R8.4.21,点検の漏れ,表の掲示,いいえ,未遂のため';
const open = '2026/5/7,宛先の書き誤り,文書,,,,,';
const csv = (...rows: string[]) => ['ヒヤリ・ハット一覧', heads, ...rows, ''].join('\r\n');

test.skipIf(!hasBrowser)(
  'WEB-73: rows are mended in place, looked over, and recorded at once with their file',
  async () => {
    const seen = await opened();
    const { page } = seen;
    await choose(page, '一覧.csv', csv(closed, open, '不明,読めない日,その他,,,,,'));
    await page.getByText('「一覧.csv」を読みました。').waitFor();
    await page.getByLabel('場面「文書」（1行）').selectOption({ label: '文書の利用・保管' });
    await page.getByLabel('表示する行').selectOption({ label: '直すところのある行' });
    await page.getByText('A5（日付（日時））：「不明」を日付として読み取れません。').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '5行目を直す' }).click();
    await page.getByLabel('5行目の日付（日時）').fill('令和8年5月8日');
    await page.getByText('全3行：取り込める3行、直すところのある0行、外した0行').waitFor();
    await page.getByLabel('表示する行').selectOption({ label: 'すべての行' });
    const record = page.getByRole('button', { name: '3行を記録する' });
    expect(await record.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
    await page.getByText('取り込めます。').first().waitFor();
    expect(await page.getByText('取り込めます。').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await record.click();
    await page.getByText('「一覧.csv」から3行を記録しました。').waitFor();
    await page.getByText(/SHA-256）：[0-9a-f]{64}$/u).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: '一覧へ戻る' }).click();
    await page.getByText('読めない日').waitFor();
    expect(await page.getByText('遅延記録').count()).toBeGreaterThanOrEqual(3);
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-73: a row the register refuses is told beside its line, and can be left out',
  async () => {
    const seen = await opened();
    const { page } = seen;
    await choose(page, '一覧.csv', csv(closed, '2027/1/1,先の日付,その他,,,,,'));
    await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
    await page.getByText('気付きの記録：日時が現在より後です。').waitFor();
    expect(await page.getByRole('button', { name: '2行を記録する' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '直すところのある行をすべて外す' }).click();
    await page.getByText('全2行：取り込める1行、直すところのある0行、外した1行').waitFor();
    await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
    await page.getByRole('button', { name: '1行を記録する' }).click();
    await page.getByText('から1行を記録しました。').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-72: a row with a suspected Individual Number never leaves the page',
  async () => {
    const seen = await opened();
    const { page } = seen;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const number = '1234 5678 9018';
    await choose(page, '一覧.csv', csv(closed, `2026/5/7,本人の番号 ${number},その他,,,,,`));
    await page.getByText('個人番号（マイナンバー）の可能性があります').waitFor();
    await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
    await page.getByText('取り込めます。').waitFor();
    expect(sent.some((body) => body.includes('鍵の掛け忘れ'))).toBe(true);
    expect(sent.some((body) => body.includes(number))).toBe(false);
    expect(await page.getByRole('button', { name: '2行を記録する' }).isDisabled()).toBe(true);
    expect(await faultsOf(seen)).toEqual([]);
  },
);

const compound = (name: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(name, 'utf16le')]);

test.skipIf(!hasBrowser)('WEB-70: a file that cannot be read says what to do', async () => {
  const seen = await opened();
  const { page } = seen;
  await choose(page, '旧.xls', compound('Workbook'));
  await page.getByText('古い形式（.xls）のファイルです。').waitFor();
  await choose(page, '鍵.xlsx', compound('EncryptedPackage'));
  await page.getByText('パスワードで保護されたファイルです。').waitFor();
  expect(await faultsOf(seen)).toEqual([]);
});

test.skipIf(!hasBrowser)('WEB-73: a thousand rows are looked over and recorded', async () => {
  const seen = await opened();
  const { page } = seen;
  const rows = Array.from({ length: 1000 }, (_, index) => `2026/5/7,気付き${index},その他,,,,,`);
  await choose(page, '千行.csv', csv(...rows));
  await page.getByText('見出しの下に1,000行あります。').waitFor();
  await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
  await page.getByText('全1,000行：取り込める1,000行').waitFor();
  const record = page.getByRole('button', { name: '1,000行を記録する' });
  await expect.poll(() => record.isEnabled(), { timeout: 20_000 }).toBe(true);
  await record.click();
  await page.getByText('「千行.csv」から1,000行を記録しました。').waitFor();
  expect(await faultsOf(seen)).toEqual([]);
});

const twoRows = csv('2026/5/7,見本の気付き,その他,,,,,', '2026/5/8,もう一つの気付き,その他,,,,,');

test.skipIf(!hasBrowser)(
  'WEB-98: rows whose answer was lost are recorded once, also after the page was left',
  async () => {
    const seen = await opened();
    const { page } = seen;
    const keys: string[] = [];
    let isLost = true;
    await page.route(/\/imports$/u, async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (!isLost) return route.continue();
      isLost = false;
      await route.fetch();
      return route.abort();
    });
    await choose(page, '二行.csv', twoRows);
    await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
    await page.getByRole('button', { name: '2行を記録する' }).click();
    await page.getByText('記録できませんでした').waitFor();
    await page.getByRole('button', { name: '2行を記録する' }).click();
    await page.getByText('二重には記録していません。').waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    await page.reload();
    await choose(page, '二行.csv', twoRows);
    await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
    await page.getByText('どうするか決めていない2行').waitFor();
    expect(await page.getByRole('button', { name: '2行を記録する' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: '一覧へ戻る' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'ヒヤリ・ハット記録', exact: true })
      .waitFor();
    await page.getByRole('cell', { name: '見本の気付き' }).waitFor();
    expect(await page.getByText('見本の気付き').count()).toBe(1);
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-98: cells that were mended are not left without a question',
  async () => {
    const seen = await opened();
    const { page } = seen;
    await choose(page, '二行.csv', twoRows);
    await page.getByRole('button', { name: '3行目を直す' }).click();
    await page.getByLabel('3行目の日付（日時）').fill('令和8年5月9日');
    await page.getByRole('link', { name: '一覧へ戻る' }).click();
    await page.getByRole('dialog', { name: '入力した内容を記録していません' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '記録せずに離れる' }).click();
    await page.getByRole('heading', { level: 1, name: 'ヒヤリ・ハット記録' }).waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

const repeated = csv(
  '2026/5/7,繰り返す気付き,その他,,,,,',
  '2026/5/8,新しい気付き,その他,,,,,',
  '2026/5/7,繰り返す気付き,その他,,,,,',
);

test.skipIf(!hasBrowser)(
  'WEB-119: rows that are there already are told with their line, and left out or taken knowingly',
  async () => {
    const seen = await opened();
    const { page } = seen;
    const check = page.getByRole('button', { name: '台帳に照らして確かめる' });
    await choose(page, '一覧.csv', csv('2026/5/7,繰り返す気付き,その他,,,,,'));
    await check.click();
    await page.getByRole('button', { name: '1行を記録する' }).click();
    await page.getByText('「一覧.csv」から1行を記録しました。').waitFor();
    await page.getByRole('button', { name: '別のファイルを取り込む' }).click();
    await choose(page, '続き.csv', repeated);
    await check.click();
    await page.getByText('同じ行のある行：2行（うち、どうするか決めていない2行）').waitFor();
    await page
      .getByRole('link', { name: /^ヒヤリ・ハット記録 \d+$/u })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    const record = page.getByRole('button', { name: '3行を記録する' });
    expect(await record.isDisabled()).toBe(true);
    await page.getByLabel('3行目を別の行として取り込む').check();
    await page.getByText('どうするか決めていない1行').waitFor();
    await page.getByRole('button', { name: '同じ行をすべて外す' }).click();
    await page.getByText('取り込める1行、直すところのある0行、外した2行').waitFor();
    await check.click();
    await page.getByRole('button', { name: '1行を記録する' }).click();
    await page.getByText('「続き.csv」から1行を記録しました。').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-120: a line leads to its file and row, and the import strikes all its lines out',
  async () => {
    const seen = await opened();
    const { page } = seen;
    await choose(page, '誤り.csv', csv('2026/5/9,誤った年度の気付き,その他,,,,,'));
    await page.getByRole('button', { name: '台帳に照らして確かめる' }).click();
    await page.getByRole('button', { name: '1行を記録する' }).click();
    await page.getByRole('link', { name: '取り込んだ行を一覧で見る' }).click();
    await page
      .getByRole('row', { name: /誤った年度の気付き/u })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('link', { name: 'ファイル「誤り.csv」の3行目から取込み' }).click();
    await page.getByRole('heading', { level: 1, name: /^ファイルからの取込み \d+$/u }).waitFor();
    await page.getByRole('button', { name: '取消し（この取込みの行すべて）' }).click();
    await page.getByLabel(/取消しの理由/u).fill('別の年度の一覧だったため');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '取消し（この取込みの行すべて）を記録する' }).click();
    await page.getByText('誤って記録した行として取り消されています。').waitFor();
    await page.goBack();
    await page.getByText('誤って記録した行として取り消されています。').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-119: holding rows against the register is broken off, and begun anew',
  async () => {
    const seen = await opened();
    const { page } = seen;
    let isHeld = true;
    await page.route(/\/imports\/preview$/u, (route) => (isHeld ? undefined : route.continue()));
    await choose(page, '二行.csv', twoRows);
    const check = page.getByRole('button', { name: '台帳に照らして確かめる' });
    await check.click();
    await page.getByText('2行を台帳に照らしています。').waitFor();
    await page.getByRole('button', { name: '確かめるのをやめる' }).click();
    await page.getByText('2行を台帳に照らしています。').waitFor({ state: 'detached' });
    isHeld = false;
    await check.click();
    await page.getByText('取り込めます。').first().waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);
