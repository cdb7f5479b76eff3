import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canReadPages, textsOfPages } from '../../packages/forms/src/fixtures/pdf-pages.ts';
import { launch, signIn, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

test.skipIf(!hasBrowser || !canReadPages)(
  'WEB-131: each sheet says when it was printed, further ones of which screen and contract',
  async () => {
    const seen = await visit(browser);
    const { page } = seen;
    await signIn(seen, '/contracts/movements/duty-map');
    await page.getByRole('heading', { name: '義務マップ' }).waitFor();
    await page.getByRole('status').getByText('読み込んでいます').waitFor({ state: 'detached' });
    const [first = '', ...more] = textsOfPages(await page.pdf());
    expect(more.length).toBeGreaterThan(0);
    for (const sheet of more) expect(sheet).toMatch(/義務マップ.*見本業務委託/u);
    for (const sheet of [first, ...more]) expect(sheet).toMatch(/（2026年）.+分に印刷/u);
    expect(first.match(/見本業務委託/gu)).toHaveLength(1);
    expect(seen.wrong).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)('WEB-131: what is only filled in or pressed is not on paper', async () => {
  const seen = await visit(browser);
  const { page } = seen;
  await signIn(seen, '/contracts/movements/set-up?step=people');
  const form = page.getByRole('heading', { name: '関係者を登録する' });
  await form.waitFor();
  await page.emulateMedia({ media: 'print' });
  await form.waitFor({ state: 'hidden' });
  expect(await page.getByRole('heading', { name: '登録した関係者' }).isVisible()).toBe(true);
  await seen.close();
});
