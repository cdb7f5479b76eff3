import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, violations } from './browser.ts';
import { hasBrowser } from './has-browser.ts';
import { accept, signIn } from './outbound/sign-in.ts';
import {
  addPerson,
  appoint,
  deliver,
  facts,
  fillAppointment,
  firstFilings,
  invite,
  people,
  print,
} from './real/first-steps.ts';
import { signInFirst } from './real/signed-in.ts';
import { type Started, start } from './real/started.ts';

const annex = join(import.meta.dirname, '..', '..', 'samples', 'annex.txt');
const year = new Date().getFullYear();
const chief = { signInId: 'takahashi', password: 'むらさきの雲が川に映っている' };

let browser: Browser;
let serving: Started;
let page: Page;
let invitation: string;

/** Somebody who has never seen the system, from `npm start` to the first delivered filings. */
describe.skipIf(!hasBrowser)('a newcomer', () => {
  beforeAll(async () => {
    [browser, serving] = await Promise.all([launch(), start()]);
    page = await signInFirst(await anew(), serving);
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  test('WEB-34: the first screen leads to the beginning of a contract and its set-up', async () => {
    await page.getByRole('link', { name: '利用者の管理へ' }).click();
    await page.getByLabel('契約の番号').fill('juminzei');
    await page.getByRole('button', { name: '契約の記録を始める' }).click();
    await page.getByRole('button', { name: '契約の準備を始める' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '契約の準備を始める' }).click();
    await page.getByRole('heading', { level: 1, name: '契約の準備' }).waitFor();
    await page.getByRole('heading', { name: '契約の事項と合意した日数' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('facts');
  });

  test('WEB-34: before anything is on record, 今日やること leads to the set-up', async () => {
    await page.getByRole('link', { name: '今日やること' }).click();
    await page.getByText('まず、契約の準備をしてください。').waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('nothing-yet');
    await page.getByRole('link', { name: '契約の準備を始める' }).click();
    await page.getByRole('heading', { name: '契約の事項と合意した日数' }).waitFor();
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
    for (const [name, isWorker] of people) await addPerson(page, name, isWorker);
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(people.length);
    expect(await violations(page)).toEqual([]);
    await photograph('people');
  });

  test('WEB-34: offices are filled, and what the chief officer ends is said before', async () => {
    await page.getByRole('button', { name: '次の手順へ' }).click();
    await appoint(page, '監査責任者', '吉田 健一');
    await appoint(page, '管理責任者', '鈴木 正人');
    await appoint(page, '事務取扱担当者', '中村 花子');
    await page.getByRole('radio', { name: '総括責任者' }).check();
    await page.getByText('契約の準備を行う人の役割は終わります').waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('chief');
    await page.getByRole('link', { name: '利用者を招待する' }).click();
    invitation = await invite(page, '髙橋 由紀子', chief.signInId);
    expect(await violations(page)).toEqual([]);
    await photograph('invited');
  });

  test('WEB-34: the chief officer takes office, and who goes on from there is said', async () => {
    await page.goto(`${serving.origin}/contracts/juminzei/set-up`);
    await fillAppointment(page, '総括責任者', '髙橋 由紀子');
    await page.getByText('この内容で記録できます。').waitFor();
    await page.getByRole('button', { name: /を記録する$/u }).click();
    await page.getByText('juminzeiの総括責任者の選任を記録しました').waitFor();
    await page.getByText('あなたが関わる契約はまだありません。').waitFor();
    expect(await violations(page)).toEqual([]);
    await photograph('handed-over');
  });

  test('WEB-34: the chief officer signs in and is led to the filings that are lacking', async () => {
    page = await (await anew()).newPage();
    const secret = await accept(page, invitation, chief.password);
    await signIn(page, serving.origin, secret, chief);
    await page.getByText('契約の準備が続いています').waitFor();
    await page
      .getByRole('link', { name: /^監査責任者を選任し、届け出る（監査責任者の選任）/u })
      .click();
    await page.getByRole('heading', { level: 1, name: '監査責任者選任届' }).waitFor();
    await page.goBack();
    expect(await violations(page)).toEqual([]);
    await photograph('chief-today');
    await page.getByRole('link', { name: '契約の準備を続ける' }).click();
    await page.getByRole('heading', { name: '最初の届出を作る' }).waitFor();
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(firstFilings.length);
  });

  test('WEB-34: the first filings are made, printed and delivered', async () => {
    for (const filing of firstFilings) {
      await page.getByRole('button', { name: new RegExp(`^作成する.*${filing}`, 'u') }).click();
      await page.getByRole('link', { name: new RegExp(`^開いて.*${filing}`, 'u') }).waitFor();
    }
    await photograph('filings');
    for (const filing of firstFilings) {
      await page.getByRole('link', { name: new RegExp(`^開いて.*${filing}`, 'u') }).click();
      await page.getByRole('heading', { level: 1, name: new RegExp(filing, 'u') }).waitFor();
      expect((await print(page)).subarray(0, 5).toString()).toBe('%PDF-');
      await photograph('printed');
      await deliver(page);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: '契約の準備' }).click();
      await page.getByRole('link', { name: new RegExp(`^開く.*${filing}`, 'u') }).waitFor();
    }
    await page.getByText('契約の準備が終わりました').waitFor();
    await photograph('finished');
    await page.getByRole('link', { name: '今日やることへ' }).click();
    await page.getByRole('link', { name: /^特定個人情報の取扱いの基本方針を定める/u }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: /届け出る/u }).count()).toBe(0);
    await expect.poll(() => page.getByText('契約の準備が続いています').count()).toBe(0);
  });
});

async function anew(): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  context.setDefaultTimeout(15_000);
  return context;
}

async function photograph(name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  await page.screenshot({ path: join(folder, `newcomer-${name}.png`), fullPage: true });
}
