import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWith, launch, signIn, violations, visit } from './browser.ts';
import { asAuditor } from './gallery/auditor.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

const contract = '/contracts/movements';
const gone = {
  status: 404,
  json: { code: 'not-found', message: '見つかりません。', requestId: 'r-1' },
} as const;

test.skipIf(!hasBrowser)(
  'WEB-106: an external auditor has the menu of the screens open to them, and none after the end date',
  async () => {
    const seen = await visit(browser);
    const { page, url } = seen;
    await asAuditor(page);
    await signIn(seen, `${contract}/client-desk`);
    const menu = page.getByRole('navigation', { name: '画面の一覧' });
    await menu.getByRole('link', { name: '義務マップ' }).waitFor();
    expect(await menu.getByRole('link', { name: '届出' }).count()).toBe(0);
    await page.unrouteAll();
    await answerWith(page, /\/api\/v1\/contracts\/[\w-]+$/u, gone);
    await page.goto(`${url}${contract}/client-desk`);
    await page.getByText('見つかりません。').waitFor();
    expect(await menu.count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await seen.close();
  },
);
