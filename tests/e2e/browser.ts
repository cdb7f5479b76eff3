import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { fakeNow } from '../../apps/web/testing/fake-clock.ts';
import { fakeSignIn } from '../../apps/web/testing/fake-people.ts';
import { serveScreens } from '../../apps/web/testing/serve.ts';
import { executable } from './has-browser.ts';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser, reaching nothing of its own accord. */
export function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: [...args, ...more] });
}

/** Built screens over the stand-in with a page on them; whatever goes wrong in it is kept. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Errors of scripts and of the content policy, and requests to another origin. */
  readonly wrong: string[];
  close(): Promise<void>;
}

/** Opens a page on screens of its own, of the size offices have. */
export async function visit(
  browser: Browser,
  viewport = { width: 1366, height: 768 },
): Promise<Visit> {
  const served = await serveScreens(inject('screens'));
  const context = await browser.newContext({
    viewport,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  });
  await context.clock.setSystemTime(fakeNow());
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (fault) => wrong.push(fault.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/u.test(message.text())) wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:blob|data):/u.test(request.url()) && !request.url().startsWith(served.url)) {
      wrong.push(`request to ${request.url()}`);
    }
  });
  return {
    page,
    context,
    url: served.url,
    wrong,
    async close() {
      await context.close();
      await served.close();
    },
  };
}

/** Signs in with password and code, and waits for what comes first. */
export async function signIn({ page, url }: Visit, path = '/'): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.getByLabel('ID').fill(fakeSignIn.signInId);
  await page.getByLabel('パスワード').fill(fakeSignIn.password);
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByLabel('認証アプリの番号').last().fill(fakeSignIn.code);
  await page.getByRole('button', { name: 'サインインする' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** What axe finds wrong with the page as it is: rule and place. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Answers calls to part of the API with this, for states the stand-in does not come to. */
export async function answerWith(
  page: Page,
  path: string | RegExp,
  answer: { readonly status?: number; readonly json: unknown } | 'never' | 'broken',
): Promise<void> {
  await page.route(path, async (route) => {
    if (answer === 'never') return;
    if (answer === 'broken') return route.abort();
    await route.fulfill({ status: answer.status ?? 200, json: answer.json });
  });
}
