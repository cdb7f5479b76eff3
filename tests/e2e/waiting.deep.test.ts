import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, launch, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

/** Refuses the first calls to a path so, lets the rest pass, and counts all of them. */
async function refuseFirst(
  page: Page,
  path: string,
  refusal: { readonly status: number; readonly code: string; readonly waits?: number },
): Promise<() => number> {
  let calls = 0;
  const { status, code, waits } = refusal;
  const json = { code, message: '受け付けませんでした。', requestId: 'r-1' };
  const headers = waits === undefined ? {} : { 'retry-after': String(waits) };
  await page.route(path, async (route) => {
    calls += 1;
    if (calls > 1) return route.continue();
    return route.fulfill({ status, json, headers });
  });
  return () => calls;
}

const later = { status: 429, code: 'try-later', waits: 5 } as const;

test.skipIf(!hasBrowser)(
  'WEB-117: a wait is told in seconds, and the button can be used when it is over',
  async () => {
    const seen = await visit(browser);
    const { page, url } = seen;
    await page.goto(`${url}/invitation#usable-token-of-the-stand-in`);
    await refuseFirst(page, '**/api/v1/invitation', later);
    await page.getByLabel('パスワード').first().fill('a long enough password');
    await page.getByLabel('パスワード（確認）').fill('a long enough password');
    await page.keyboard.press('Enter');
    await page.getByText(/あと[1-5]秒お待ちください/u).waitFor();
    const next = page.getByRole('button', { name: '次へ' });
    expect(await next.isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByText('もう一度お試しください。', { exact: true }).waitFor();
    await expect.poll(() => next.isEnabled()).toBe(true);
    await next.click();
    await page.getByRole('img', { name: /QR/ }).waitFor();
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-117: a question is asked once more when its wait is over',
  async () => {
    const seen = await visit(browser);
    const { page, url } = seen;
    const calls = await refuseFirst(page, '**/api/v1/invitation/link', later);
    await page.goto(`${url}/invitation#usable-token-of-the-stand-in`);
    await page.getByText(/あと[1-5]秒お待ちください/u).waitFor();
    await page.getByLabel('パスワード（確認）').waitFor();
    expect(calls()).toBe(2);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-118: what was on its way under the former token of a session is sent once more',
  async () => {
    const seen = await visit(browser);
    await signIn(seen);
    const { page, url } = seen;
    const former = { status: 401, code: 'signed-out' };
    const calls = await refuseFirst(page, '**/api/v1/contracts', former);
    await page.goto(`${url}/contracts`);
    await page.getByText('見本業務委託').first().waitFor();
    expect(calls()).toBe(2);
    await seen.close();
  },
);
