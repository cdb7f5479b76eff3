import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeNow } from '../../apps/web/testing/fake-clock.ts';
import { fakeSignIn } from '../../apps/web/testing/fake-people.ts';
import { answerWith, launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

test.skipIf(!hasBrowser)(
  'WEB-1: nobody is signed in before the second factor, and comes back where they wanted',
  async () => {
    const seen = await visit(browser);
    const { page, url, wrong } = seen;
    await page.goto(`${url}/contracts/spine/duty-map`);
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('ID').fill(fakeSignIn.signInId);
    await page.getByLabel('パスワード').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('パスワード').fill(fakeSignIn.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '二つめの認証' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('認証アプリの番号').last().fill('１２３ ４５６');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '義務マップ' }).waitFor();
    expect(wrong).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-1: a recovery code and a passkey are other ways, and one may start again',
  async () => {
    const seen = await visit(browser);
    const { page, url } = seen;
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('ID').fill(fakeSignIn.signInId);
    await page.getByLabel('パスワード').fill(fakeSignIn.password);
    await page.keyboard.press('Enter');
    const devices = await seen.context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const;
    await devices.send('WebAuthn.addVirtualAuthenticator', { options });
    await page.getByRole('radio', { name: 'パスキー' }).check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'パスキーで認証する' }).click();
    await page.getByText('パスキーで認証できませんでした').waitFor();
    await page.getByRole('button', { name: '別のIDでやり直す' }).click();
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    await page.getByLabel('ID').fill(fakeSignIn.signInId);
    await page.getByLabel('パスワード').fill(fakeSignIn.password);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: '回復コード' }).check();
    await page.getByRole('textbox').fill(fakeSignIn.recoveryCode);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '契約を選ぶ' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-132: who cannot sign in is told what to do, before and after the password',
  async () => {
    const seen = await visit(browser);
    const { page, url } = seen;
    await page.goto(`${url}/sign-in`);
    const isTold = async () => {
      await page.getByText('サインインできないとき').click();
      await page.getByText('「回復コード」を選んでください').waitFor();
      expect(await violations(page)).toEqual([]);
    };
    await isTold();
    await page.getByLabel('ID').fill(fakeSignIn.signInId);
    await page.getByLabel('パスワード').fill(fakeSignIn.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '二つめの認証' }).waitFor();
    await isTold();
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-1: a machine whose clock is off is told so before codes fail',
  async () => {
    const seen = await visit(browser);
    await seen.page.clock.setSystemTime(Date.parse(fakeNow()) - 7 * 60_000);
    await seen.page.goto(`${seen.url}/sign-in`);
    await seen.page.getByText('約7分遅れています').waitFor();
    expect(await violations(seen.page)).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-2: a set-up link leads to password, authenticator and recovery codes',
  async () => {
    const seen = await visit(browser);
    const { page, url, wrong } = seen;
    await page.goto(`${url}/set-up#usable-token-of-the-stand-in`);
    await page.getByRole('heading', { name: '最初の設定' }).waitFor();
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByText('氏名を60文字以内で').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('ID').fill('admin');
    await page.getByLabel('氏名').fill('見本 太郎');
    await page.getByLabel('パスワード').first().fill('a long enough password');
    await page.getByLabel('パスワード（確認）').fill('a long enough password');
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /QR/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('認証アプリに表示された番号').fill(fakeSignIn.code);
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: '回復コード' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const start = page.getByRole('button', { name: 'サインインして利用を始める' });
    expect(await start.isDisabled()).toBe(true);
    await page.getByLabel('回復コードを保管しました').check();
    await start.click();
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    expect(wrong).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)('WEB-2: a link that was used says what to do', async () => {
  const seen = await visit(browser);
  const { page, url } = seen;
  for (const path of ['set-up', 'invitation']) {
    await page.goto(`${url}/${path}#used-token-of-the-stand-in`);
    await page.getByText('このリンクは使えません').waitFor();
    expect(await violations(page)).toEqual([]);
  }
  await page.goto(`${url}/invitation#usable-token-of-the-stand-in`);
  await page.getByText('見本 次郎さんのIDは「handler.1」です。').waitFor();
  expect(await violations(page)).toEqual([]);
  await seen.close();
});

test.skipIf(!hasBrowser)(
  'WEB-116: the token of a link leaves the address, and who loads anew is told to open the link',
  async () => {
    const seen = await visit(browser);
    const { page, url, wrong } = seen;
    const token = 'usable-token-of-the-stand-in';
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    for (const path of ['set-up', 'invitation']) {
      await page.goto(`${url}/${path}#${token}`);
      await page.getByLabel('パスワード（確認）').waitFor();
      await expect.poll(() => page.url()).toBe(`${url}/${path}`);
      expect(
        await page.evaluate(() =>
          JSON.stringify([
            history.state,
            Object.entries(sessionStorage),
            Object.entries(localStorage),
          ]),
        ),
      ).not.toContain(token);
      await page.reload();
      await page.getByText('リンクをもう一度開いてください').waitFor();
      expect(await violations(page)).toEqual([]);
      // The same link on top of the page, which loads nothing anew.
      await page.goto(`${url}/${path}#${token}`);
      await page.getByLabel('パスワード（確認）').waitFor();
      await expect.poll(() => page.url()).toBe(`${url}/${path}`);
    }
    expect(sent.filter((address) => address.replace(/#.*/u, '').includes(token))).toEqual([]);
    expect(wrong).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-116: the recovery codes stay, though the link was used and the window is come back to',
  async () => {
    const seen = await visit(browser);
    const { page, url } = seen;
    await page.goto(`${url}/invitation#usable-token-of-the-stand-in`);
    await page.getByLabel('パスワード').first().fill('a long enough password');
    await page.getByLabel('パスワード（確認）').fill('a long enough password');
    await page.keyboard.press('Enter');
    await page.getByLabel('認証アプリに表示された番号').fill(fakeSignIn.code);
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: '回復コード' }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.clock.setSystemTime(Date.parse(fakeNow()) + 60_000);
    await page.evaluate(async () => {
      window.dispatchEvent(new Event('visibilitychange'));
      await fetch('/api/v1/connection');
      await fetch('/api/v1/connection');
    });
    expect(asked).toEqual(['/api/v1/connection', '/api/v1/connection']);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-3: a session that ended asks to sign in again, whatever was being looked at',
  async () => {
    const seen = await visit(browser);
    await signIn(seen, '/contracts/spine');
    const { page } = seen;
    await page.getByRole('heading', { name: '今日やること' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }));
    await page.getByRole('link', { name: '管理簿', exact: true }).click();
    await page.getByRole('link', { name: '持出管理簿', exact: true }).click();
    await page.getByRole('heading', { name: 'サインイン' }).waitFor();
    await expect.poll(() => page.title()).toMatch(/^サインイン/u);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-3: a server that cannot be reached is told with what to do',
  async () => {
    const seen = await visit(browser);
    const { page, url } = seen;
    await answerWith(page, '**/api/v1/session', 'broken');
    await page.goto(`${url}/sign-in`);
    await page.getByText('サーバーに接続できません').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'もう一度読み込む' }).click();
    await page.getByLabel('パスワード').waitFor();
    await seen.close();
  },
);
