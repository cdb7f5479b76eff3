import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, violations } from './browser.ts';
import { hasBrowser } from './has-browser.ts';
import { signInFirst } from './real/signed-in.ts';
import { type Serving, serve } from './real/serving.ts';

let serving: Serving;
let browser: Browser;

beforeAll(async () => {
  if (!hasBrowser) return;
  serving = await serve(inject('screens'), 'none', ['kanribo.test', 'localhost', '127.0.0.1']);
  browser = await launch([
    '--host-resolver-rules=MAP kanribo.test 127.0.0.1',
    `--ignore-certificate-errors-spki-list=${await publicKeyHash(serving)}`,
  ]);
}, 60_000);

afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await serving.close();
});

/** What makes a browser trust one public key, as an authority it knows would. */
async function publicKeyHash({ origin }: Serving): Promise<string> {
  const port = Number(new URL(origin).port);
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const spki = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
  socket.destroy();
  return createHash('sha256')
    .update(spki ?? '')
    .digest('base64');
}

const look = { viewport: { width: 1366, height: 768 }, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' };

/** A browser that trusts the certificate. */
const trusting = (): Promise<BrowserContext> => browser.newContext(look);

/** Takes the session along to another name of the same server. */
async function moveSession(context: BrowserContext, origin: string): Promise<void> {
  const cookies = await context.cookies();
  await context.addCookies(
    cookies.map(({ name, value }) => ({ name, value, url: origin, secure: true, httpOnly: true })),
  );
}

async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  await page.screenshot({ path: join(folder, `connection-${name}.png`), fullPage: true });
}

test.skipIf(!hasBrowser)(
  'WEB-75: past a warning about its certificate the set-up says that it is not trusted, and how it will be',
  async () => {
    const distrusting = await launch(['--host-resolver-rules=MAP kanribo.test 127.0.0.1']);
    const warned = await distrusting.newContext(look);
    const stopped = await warned.newPage();
    await expect(stopped.goto(serving.setUpLink)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
    const context = await distrusting.newContext({ ...look, ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(serving.setUpLink);
    await page.getByText('このブラウザーは、サーバー証明書を信頼していません').waitFor();
    await page.getByText('kanribo keys tls export').waitFor();
    await page.getByText('使えません（下の直すところを確かめてください）').waitFor();
    expect(await violations(page)).toEqual([]);
    await pictured(page, 'untrusted');
    await distrusting.close();
  },
  60_000,
);

test.skipIf(!hasBrowser)(
  'WEB-75: opened by its name and trusted, the set-up and the administration say that all is well',
  async () => {
    const context = await trusting();
    const page = await context.newPage();
    await page.goto(serving.setUpLink);
    await page.getByText('この接続に直すところはありません').waitFor();
    await page.getByText('kanribo.test、localhost、127.0.0.1').waitFor();
    await page.getByText(/Kanribo CA [0-9a-f]{8}（このシステムの認証局）/u).waitFor();
    await page
      .getByRole('definition')
      .filter({ hasText: /^使えます$/u })
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await pictured(page, 'set-up');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '次へ' }).press('Enter');
    await page.getByLabel('氏名').waitFor();
    await page.close();
    const signedIn = await signInFirst(context, serving);
    await signedIn.getByRole('link', { name: '管理', exact: false }).first().click();
    await signedIn.getByRole('heading', { name: '接続と証明書' }).waitFor();
    await signedIn.getByText('この接続に直すところはありません').waitFor();
    expect(await violations(signedIn)).toEqual([]);
    await pictured(signedIn, 'administration');
    const byAddress = serving.origin.replace('kanribo.test', '127.0.0.1');
    await moveSession(context, byAddress);
    await signedIn.goto(`${byAddress}/administration`);
    await signedIn.getByText('パスキーを使える名前で開いていません').waitFor();
    await signedIn.getByText(`${serving.origin} で開き直してください。`).waitFor();
    await pictured(signedIn, 'by-address');
    await context.close();
  },
  60_000,
);
