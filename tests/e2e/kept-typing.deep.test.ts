import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, assert, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { launch, violations } from './browser.ts';
import { hasBrowser } from './has-browser.ts';
import { setUp, signIn } from './outbound/sign-in.ts';
import { facts } from './real/first-steps.ts';
import { type Serving, serve } from './real/serving.ts';

let browser: Browser;
let serving: Serving;
let context: BrowserContext;
let page: Page;
let secret: Uint8Array;
/** The step of 30 seconds at which a code was used last. */
let used = 0;

const step = () => Math.floor(Date.now() / 30_000);
const path = '/contracts/juminzei/cases/contract-1';

/** What somebody typed is there after whatever happened meanwhile, on the real server. */
describe.skipIf(!hasBrowser)('what was typed', () => {
  beforeAll(async () => {
    [browser, serving] = await Promise.all([launch(), serve(inject('screens'), 'none')]);
    context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    secret = await setUp(page, serving.setUpLink);
    await signInWith(page);
    await page.getByRole('link', { name: '利用者の管理へ' }).click();
    await page.getByLabel('契約の番号').fill('juminzei');
    await page.getByRole('button', { name: '契約の記録を始める' }).click();
    await page.getByRole('button', { name: '契約の準備を始める' }).click();
    await page.getByRole('heading', { name: '契約の事項と合意した日数' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  test('WEB-3: it stays where the session ended, and is recorded after signing in again', async () => {
    for (const [label, text] of facts) await page.getByLabel(label).first().fill(text);
    for (const group of await page.locator('fieldset:has(legend:has-text("必須"))').all()) {
      const no = group.getByRole('radio', { name: 'いいえ' });
      if ((await no.count()) > 0) await no.check();
    }
    await context.clearCookies();
    await page.getByRole('button', { name: '登録する', exact: true }).click();
    const ended = page.getByRole('dialog', { name: 'サインインの期限が切れました' });
    await ended.waitFor();
    expect(await violations(page)).toEqual([]);
    const beside = context.waitForEvent('page');
    await ended.getByRole('link', { name: '新しいタブでサインインする' }).click();
    await signInWith(await beside);
    await page.bringToFront();
    await ended.getByRole('button', { name: 'サインインしたので続ける' }).click();
    await ended.waitFor({ state: 'hidden' });
    expect(await page.getByLabel(/^契約件名/u).inputValue()).toBe(facts[0]?.[1]);
    await page.getByRole('button', { name: '登録する', exact: true }).click();
    await page.getByText('契約の事項を記録しています').waitFor();
  });

  test('WEB-3: it is recorded once after the server was begun anew beneath the form', async () => {
    await openChange(page);
    await page.getByLabel(/^宛名/u).fill('みなと野区長 殿');
    await serving.restart();
    await page.getByRole('button', { name: /変更を記録する$/u }).click();
    await page.getByText('みなと野区長 殿').first().waitFor();
    await expect.poll(() => steps(page)).toBe(2);
  });

  test('WEB-7: of two tabs of one session the later one is told, and overwrites nothing', async () => {
    const other = await context.newPage();
    for (const [first, second] of [
      [page, other],
      [other, page],
    ] as const) {
      await Promise.all([openChange(first), openChange(second)]);
      const before = await steps(first);
      const name = `代表取締役 吉田 健一（${before}期）`;
      await second.getByLabel(/^受託者の代表者/u).fill(name);
      await first.getByLabel(/^受託者の所在地/u).fill(`東京都みなと野区緑町${before}丁目`);
      await first.getByRole('button', { name: /変更を記録する$/u }).click();
      await expect.poll(() => steps(first)).toBe(before + 1);
      await second.getByRole('button', { name: /変更を記録する$/u }).click();
      await second.getByRole('button', { name: '最新の内容を読み直す' }).waitFor();
      await second.getByRole('button', { name: '最新の内容を読み直す' }).click();
      const address = `東京都みなと野区緑町${before}丁目`;
      await expect.poll(() => second.getByLabel(/^受託者の所在地/u).inputValue()).toBe(address);
      expect(await second.getByLabel(/^受託者の代表者/u).inputValue()).toBe(name);
      await second.getByRole('button', { name: /変更を記録する$/u }).click();
      await expect.poll(() => steps(second)).toBe(before + 2);
      await first.reload();
      await first.getByRole('definition').filter({ hasText: name }).first().waitFor();
      await first.getByRole('definition').filter({ hasText: address }).first().waitFor();
    }
  });
});

/** Signs in with the first code that was not used yet. */
async function signInWith(on: Page): Promise<void> {
  await vi.waitFor(() => assert(step() > used), { timeout: 60_000, interval: 500 });
  used = step();
  await signIn(on, serving.origin, secret);
}

async function openChange(on: Page): Promise<void> {
  await on.goto(`${serving.origin}${path}`);
  await on.getByRole('button', { name: /変更/u }).first().click();
  await on.getByLabel(/^宛名/u).waitFor();
}

const steps = (on: Page) => on.getByText(/^記録番号\d+$/u).count();
