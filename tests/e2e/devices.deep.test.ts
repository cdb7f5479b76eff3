import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, violations } from './browser.ts';
import { hasBrowser } from './has-browser.ts';
import { setUp, signIn } from './outbound/sign-in.ts';
import { type Serving, serve } from './real/serving.ts';

let serving: Serving;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  serving = await serve(inject('screens'), 'none', ['localhost']);
  browser = await launch();
}, 60_000);

afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await serving.close();
});

const look = { viewport: { width: 1366, height: 768 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

/** A browser on a machine that shows that certificate, or none. */
function machine(
  shown?: Awaited<ReturnType<Serving['deviceCertificate']>>,
): Promise<BrowserContext> {
  const clientCertificates = shown === undefined ? [] : [{ origin: serving.origin, ...shown }];
  return browser.newContext({ ...look, ignoreHTTPSErrors: true, clientCertificates });
}

async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  await page.screenshot({ path: join(folder, `devices-${name}.png`), fullPage: true });
}

const fingerprint = /(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/u;

test.skipIf(!hasBrowser)(
  'WEB-150, WEB-151: a device shows its certificate, is registered by it, and ended with its sessions',
  { timeout: 120_000 },
  async () => {
    const counter = await machine(await serving.deviceCertificate('窓口1'));
    const page = await counter.newPage();
    const secret = await setUp(page, serving.setUpLink);
    await signIn(page, serving.origin, secret);
    await page.goto(`${serving.origin}/account`);
    await page.getByText('端末 窓口1', { exact: true }).waitFor();
    await page.getByText('登録されていません').waitFor();
    await page.getByText(fingerprint).waitFor();
    expect(await violations(page)).toEqual([]);
    await pictured(page, 'account-unregistered');

    await page.goto(`${serving.origin}/administration`);
    await page.getByText('証明書で登録した端末はまだありません。').waitFor();
    await page.getByRole('link', { name: '証明書による登録端末' }).click();
    await page.waitForURL('**/administration#devices');
    const register = page.getByRole('button', { name: '端末を登録する' });
    await register.click();
    await page.getByText('証明書を選んでください。').waitFor();
    await pictured(page, 'administration-missing');
    await page.getByLabel('端末の証明書').selectOption({ label: 'ほかの証明書（指紋を入力する）' });
    await page.getByLabel('証明書の指紋（SHA-256）').fill('AB:CD');
    await page.getByText('0から9とAからFの64桁で入力してください。').waitFor();
    await page.getByLabel('端末の証明書').selectOption({ index: 1 });
    await page.getByLabel('端末の名前').fill('窓口の端末1');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: /窓口の端末1/u });
    await row.getByText('登録した人：見本 太郎').waitFor();
    await row.getByText(fingerprint).waitFor();
    await page.getByText('登録端末', { exact: true }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await pictured(page, 'administration');

    await page.goto(`${serving.origin}/account`);
    await page.getByText('登録端末：窓口の端末1').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await pictured(page, 'account');

    await page.goto(`${serving.origin}/administration`);
    await row.getByRole('button', { name: '登録を取り消す' }).click();
    await page.waitForURL('**/sign-in**');
    await counter.close();
  },
);
