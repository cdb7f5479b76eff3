import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

test.skipIf(!hasBrowser)(
  'WEB-31: what a person finds against a clause is recorded, about a case of any register',
  async () => {
    const seen = await visit(browser);
    await signIn(seen, '/contracts/movements');
    const { page } = seen;
    await page.getByRole('link', { name: '見付けた逸脱を記録する' }).click();
    await page.getByRole('heading', { level: 1, name: '逸脱：点検等での逸脱の記録' }).waitFor();
    await page.getByLabel(/^義務/u).selectOption('take-out-approval');
    await page.getByLabel('見付かったこと').fill('机の上に書類が残っていた');
    await page.getByLabel('対象の記録のある管理簿').selectOption({ label: '持出管理簿' });
    await page
      .getByLabel(/^対象の記録(?!のある)/u)
      .selectOption({ label: '持出管理簿 1（番号1）' });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '点検等での逸脱を記録する' }).click();
    await page.getByRole('cell', { name: '机の上に書類が残っていた' }).waitFor();
    expect(seen.wrong).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-32: what was typed and not recorded is not left without a question',
  async () => {
    const seen = await visit(browser);
    await signIn(seen, '/contracts/movements/registers/near-miss/new/noticed');
    const { page } = seen;
    await page.getByLabel('何が起きそうになったか').fill('宛先の書き誤り');
    await page.getByRole('link', { name: '届出', exact: true }).click();
    await page.getByRole('dialog', { name: '入力した内容を記録していません' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('何が起きそうになったか').inputValue()).toBe('宛先の書き誤り');
    await page.getByRole('link', { name: '届出', exact: true }).click();
    await page.getByRole('button', { name: '記録せずに離れる' }).click();
    await page.getByRole('heading', { level: 1, name: '届出' }).waitFor();
    await seen.close();
  },
);
