import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, violations } from './browser.ts';
import { hasBrowser } from './has-browser.ts';
import { codeOf, secretOf } from './outbound/sign-in.ts';
import { type Serving, serve } from './real/serving.ts';

const signInId = 'first.one';
const passwords = ['みどりの電車が7時に着く', 'あおい自転車で坂をのぼる'] as const;

let browser: Browser;
let serving: Serving;
let context: BrowserContext;
/** Where the account is used, with a passkey in its machine. */
let page: Page;
/** Recovery codes that nobody has used yet. */
let codes: string[] = [];

/** One person's account on the real server, told in the order things happen to it. */
describe.skipIf(!hasBrowser)('an account', () => {
  beforeAll(async () => {
    [browser, serving] = await Promise.all([launch(), serve(inject('screens'), 'none')]);
    context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    await giveAuthenticator(context, page);
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  test('WEB-33, SRV-95: it begins with a passkey in place of an authenticator app', async () => {
    await page.goto(serving.setUpLink);
    await page.getByLabel('ID').fill(signInId);
    await page.getByLabel('氏名').fill('見本 太郎');
    await page.getByLabel('パスワード').first().fill(passwords[0]);
    await page.getByLabel('パスワード（確認）').fill(passwords[0]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'パスキーを登録する' }).click();
    const kept = page.getByRole('list', { name: '回復コード' }).getByRole('listitem');
    await kept.first().waitFor();
    codes = await kept.allInnerTexts();
    expect(codes.length).toBe(10);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('回復コードを保管しました').check();
    await page.getByRole('button', { name: 'サインインして利用を始める' }).click();
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
  });

  test('WEB-33: it signs in by password and passkey', async () => {
    await givePassword(page, passwords[0]);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'パスキーで認証する' }).click();
    await page.getByRole('heading', { name: '契約を選ぶ' }).waitFor();
  });

  test('ACC-48, ACC-50: its machine is registered as a device, and its session is told as of it', async () => {
    await page.goto(`${serving.origin}/administration`);
    await page.getByRole('button', { name: /^操作を選ぶ/u }).click();
    const dialog = page.getByRole('dialog', { name: '見本 太郎の利用の管理' });
    await dialog.getByLabel('端末の名前').fill('窓口の端末1');
    await dialog.getByRole('button', { name: '端末を登録する' }).click();
    await dialog.getByRole('button', { name: /^登録を取り消す/u }).waitFor();
    await dialog.getByText('登録した人：見本 太郎').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${serving.origin}/account`);
    const sessions = page.getByRole('region', { name: 'サインインしている端末' });
    await sessions.getByText('登録端末：窓口の端末1').waitFor();
    const factors = page.getByRole('region', { name: '二つめの認証の手段' });
    await factors.getByText('登録した人：見本 太郎').waitFor();
    expect(await violations(page)).toEqual([]);
    await factors.getByRole('button', { name: /^端末の登録を取り消す/u }).click();
    await page.getByText('変更しました。').waitFor();
    await expect.poll(() => page.getByText('登録端末：窓口の端末1').count()).toBe(0);
  });

  test('WEB-33: a recovery code signs in once, and that session is ended from afar', async () => {
    const other = await signInByCode(passwords[0], codes.shift() ?? '');
    await page.goto(`${serving.origin}/account`);
    const sessions = page.getByRole('region', { name: 'サインインしている端末' }).getByRole('row');
    await expect.poll(() => sessions.count()).toBe(3);
    await page.getByText('残り9個').waitFor();
    await page.getByRole('button', { name: /^サインアウトさせる/u }).click();
    await expect.poll(() => sessions.count()).toBe(2);
    await other.reload();
    await other.getByRole('heading', { name: 'サインイン' }).waitFor();
    await other.context().close();
  });

  test('WEB-33: new recovery codes take the place of the old ones', async () => {
    await page.getByRole('button', { name: '回復コードを作り直す' }).click();
    const shown = page.getByRole('main').locator('ol').getByRole('listitem');
    await expect.poll(() => shown.count()).toBe(10);
    const [old = ''] = codes;
    codes = await shown.allInnerTexts();
    expect(codes).not.toContain(old);
    expect(await violations(page)).toEqual([]);
    const other = await browser.newPage();
    await other.goto(`${serving.origin}/sign-in`);
    await givePassword(other, passwords[0]);
    await giveRecoveryCode(other, old);
    await other.getByRole('alert').waitFor();
    await giveRecoveryCode(other, codes.shift() ?? '');
    await other.getByRole('heading', { name: '契約を選ぶ' }).waitFor();
    await other.close();
  });

  test('WEB-33: an authenticator app is added, and signs in', async () => {
    await page.getByRole('button', { name: '認証アプリを取り替える' }).click();
    const dialog = page.getByRole('dialog', { name: '認証アプリを取り替える' });
    await dialog.getByRole('button', { name: '認証アプリを取り替える' }).click();
    const secret = secretOf(await dialog.getByText(/^[A-Z2-7 ]{16,}$/u).innerText());
    await dialog.getByLabel('認証アプリの番号（6桁）').fill(codeOf(secret, 0));
    await dialog.getByRole('button', { name: '確かめて登録する' }).click();
    await page.getByText('変更しました。').waitFor();
    await page.getByRole('rowheader', { name: '認証アプリ' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const other = await browser.newPage();
    await other.goto(`${serving.origin}/sign-in`);
    await givePassword(other, passwords[0]);
    await other.getByLabel('認証アプリの番号').last().fill(codeOf(secret, 1));
    await other.getByRole('button', { name: 'サインインする' }).click();
    await other.getByRole('heading', { name: '契約を選ぶ' }).waitFor();
    await other.close();
  });

  test('WEB-33: another password ends every other session, and the old one is worth nothing', async () => {
    const other = await signInByCode(passwords[0], codes.shift() ?? '');
    await page.getByLabel('今のパスワード').fill(passwords[0]);
    await page.getByLabel('新しいパスワード', { exact: false }).first().fill(passwords[1]);
    await page.getByLabel('新しいパスワード（確認）').fill(passwords[1]);
    await page.getByRole('button', { name: 'パスワードを変える' }).click();
    // The one that stood there is of the authenticator app.
    await expect.poll(() => page.getByText('変更しました。').count()).toBe(2);
    await other.goto(`${serving.origin}/account`);
    await other.getByRole('heading', { name: 'サインイン' }).waitFor();
    await givePassword(other, passwords[0]);
    await other.getByRole('alert').waitFor();
    await givePassword(other, passwords[1]);
    await other.getByRole('heading', { name: '二つめの認証' }).waitFor();
    expect(await violations(other)).toEqual([]);
    await other.context().close();
  });
});

/** A machine that holds passkeys and knows whose finger it is. */
async function giveAuthenticator(to: BrowserContext, on: Page): Promise<void> {
  const devices = await to.newCDPSession(on);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}

async function givePassword(on: Page, password: string): Promise<void> {
  await on.getByLabel('ID').fill(signInId);
  await on.getByLabel('パスワード').fill(password);
  await on.getByRole('button', { name: '次へ' }).click();
}

async function giveRecoveryCode(on: Page, code: string): Promise<void> {
  await on.getByRole('radio', { name: '回復コード' }).check();
  await on.getByRole('textbox', { name: /回復コード/u }).fill(code);
  await on.getByRole('button', { name: 'サインインする' }).click();
}

/** Somebody at another machine, signed in by password and recovery code. */
async function signInByCode(password: string, code: string): Promise<Page> {
  const other = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await other.goto(`${serving.origin}/sign-in`);
  await givePassword(other, password);
  await giveRecoveryCode(other, code);
  await other.getByRole('heading', { name: '契約を選ぶ' }).waitFor();
  return other;
}
