import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, violations } from './browser.ts';
import { hasBrowser } from './has-browser.ts';
import { signInFirst } from './real/signed-in.ts';
import { type Serving, serve } from './real/serving.ts';

const annex = join(import.meta.dirname, '..', '..', 'samples', 'annex.txt');
const year = new Date().getFullYear();
const people = [
  ['髙橋 由紀子', 'いいえ'],
  ['吉田 健一', 'いいえ'],
  ['鈴木 正人', 'はい'],
  ['中村 花子', 'はい'],
] as const;

let browser: Browser;
let serving: Serving;
let context: BrowserContext;
let page: Page;

/** Somebody who has never seen the system, from the set-up link to the first printed filings. */
describe.skipIf(!hasBrowser)('a newcomer', () => {
  beforeAll(async () => {
    [browser, serving] = await Promise.all([launch(), serve(inject('screens'), 'none')]);
    context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    context.setDefaultTimeout(15_000);
    page = await signInFirst(context, serving);
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  test('WEB-34: the first screen leads to the beginning of a contract and its set-up', async () => {
    await page.getByRole('link', { name: '利用者の管理へ' }).click();
    await page.getByLabel('契約の番号').fill('juminzei');
    await page.getByRole('button', { name: '契約の記録を始める' }).click();
    await page.getByRole('button', { name: '契約の準備を始める' }).click();
    await page.getByRole('heading', { level: 1, name: '契約の準備' }).waitFor();
    await page.getByRole('heading', { name: '契約の事項と合意した日数' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('facts');
  });

  test('WEB-34: the facts of the contract and its annex are recorded', async () => {
    for (const [label, text] of facts) await page.getByLabel(label).first().fill(text);
    for (const group of await page.locator('fieldset:has(legend:has-text("必須"))').all()) {
      const no = group.getByRole('radio', { name: 'いいえ' });
      if ((await no.count()) > 0) await no.check();
    }
    await photograph('facts-filled');
    await page.getByRole('button', { name: '登録する', exact: true }).click();
    await page.getByText('契約の事項を記録しています').waitFor();
    await page.getByRole('button', { name: '次の手順へ' }).click();
    await page.locator('input[type=file]').setInputFiles(annex);
    const text = (await readFile(annex, 'utf8')).slice(0, 20);
    await expect.poll(() => page.getByLabel('特記事項の本文').inputValue()).toContain(text);
    await page.getByRole('button', { name: '読み取る', exact: true }).click();
    await page.getByRole('heading', { name: '読み取りの結果' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('annex-read');
    await page.getByLabel('適用開始日').fill(`${year - 1}-04-01`);
    await page.getByLabel(/^読み取りの結果/u).check();
    await page.getByRole('button', { name: '確かめて採用する' }).click();
    await page.getByText('特記事項を採用しています').waitFor();
  });

  test('WEB-34: left and opened again, it goes on where nothing is on record yet', async () => {
    await page.goto(`${serving.origin}/contracts/juminzei/set-up`);
    await page.getByRole('heading', { name: '関係者を登録する' }).waitFor();
    for (const [index, [name, isWorker]] of people.entries()) {
      await page.getByLabel('氏名').fill(name);
      await page.getByLabel(/^所属/u).fill('業務課');
      await page.getByRole('radio', { name: '受託者（乙）' }).check();
      await page
        .getByRole('group', { name: /受託業務の従事者/u })
        .getByLabel(isWorker)
        .check();
      await page.getByRole('button', { name: '記録して次の1件を入力する' }).click();
      await expect.poll(() => page.getByRole('rowheader').count()).toBe(index + 1);
      await expect.poll(() => page.getByLabel('氏名').inputValue()).toBe('');
    }
    expect(await violations(page)).toEqual([]);
    await photograph('people');
  });

  test('WEB-34: offices are filled, and what the chief officer ends is said before', async () => {
    await page.getByRole('button', { name: '次の手順へ' }).click();
    await appoint('監査責任者', '吉田 健一');
    await appoint('管理責任者', '鈴木 正人');
    await appoint('事務取扱担当者', '中村 花子');
    await page.getByRole('radio', { name: '総括責任者' }).check();
    await page.getByText('契約の準備を行う人の役割は終わります').waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('chief');
  });

  test('WEB-34: the first filings are made and printed', async () => {
    await page.getByRole('button', { name: '次の手順へ' }).click();
    await page.getByRole('heading', { name: '最初の届出を作る' }).waitFor();
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(5);
    await photograph('filings-before');
    for (const filing of ['検証鍵の届出', '監査責任者選任届', '管理責任者選任届']) {
      await page.getByRole('button', { name: new RegExp(`^作成する.*${filing}`, 'u') }).click();
      await page.getByRole('link', { name: new RegExp(`^開いて.*${filing}`, 'u') }).waitFor();
    }
    await photograph('filings');
    await page.getByRole('link', { name: /^開いて.*監査責任者選任届/u }).click();
    await page.getByRole('heading', { level: 1, name: /監査責任者選任届/u }).waitFor();
    await photograph('filing');
    await page.getByRole('button', { name: '印刷する' }).click();
    await page.getByText('書面を作りました').waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('printed');
  });
});

const facts: readonly (readonly [RegExp, string])[] = [
  [/^契約件名/u, '住民税課税資料データ入力業務委託'],
  [/^委託者（甲）/u, 'みなと野区'],
  [/^宛名/u, 'みなと野区長'],
  [/^受託者（乙）/u, 'みどり情報処理株式会社'],
  [/^受託者の所在地/u, '東京都みなと野区緑町一丁目2番3号'],
  [/^受託者の代表者/u, '代表取締役 髙橋 由紀子'],
  [/^委託者との確認の記録/u, '打合せ記録第1号'],
  [/^「速やかに」/u, '7'],
  [/^管理簿への記録/u, '1'],
  [/^契約開始日/u, `${year - 1}-04-01`],
  [/^契約終了日/u, `${year + 1}-03-31`],
  [/^取扱開始日/u, `${year - 1}-04-01`],
];

async function appoint(office: string, person: string): Promise<void> {
  await page.getByRole('radio', { name: office }).check();
  const who = page.getByRole('combobox', { name: /^氏名/u });
  const option = who.locator('option', { hasText: person });
  await option.waitFor({ state: 'attached' });
  await who.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByRole('textbox', { name: /開始日/u }).fill(today());
  const range = page.getByRole('radio', { name: '範囲を分けない' });
  if (office === '事務取扱担当者') {
    await page.getByRole('textbox', { name: /終了/u }).fill(`${year + 1}-03-31`);
    await range.check();
    await page.getByLabel('範囲、または分けない理由').fill('全員が同じ資料を扱うため');
  }
  await photograph(`appoint-${office}`);
  await page.getByRole('button', { name: /を記録する$/u }).click();
  await page.getByRole('row', { name: new RegExp(`${office}.*${person}`, 'u') }).waitFor();
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
}

async function photograph(name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  await page.screenshot({ path: join(folder, `newcomer-${name}.png`), fullPage: true });
}
