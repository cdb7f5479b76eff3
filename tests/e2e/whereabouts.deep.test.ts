import type { Browser, Page } from 'playwright-core';
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

/** The machine may be slow. */
const waiting = { timeout: 15_000 };

const things = (page: Page) => page.locator('tbody th').allTextContents();

test.skipIf(!hasBrowser)(
  'WEB-96: things are searched, narrowed down and ordered; the address and the paper say how',
  async () => {
    const seen = await visit(browser);
    const { page } = seen;
    await signIn(seen, '/contracts/movements/whereabouts');
    await page.getByRole('table').waitFor();
    const all = await things(page);
    expect(all.length).toBeGreaterThan(1);
    expect(await page.locator('main').innerText()).not.toMatch(/[a-z]+-\d+/u);
    await page.getByLabel('種別', { exact: true }).selectOption({ label: '記録媒体' });
    await page.waitForURL(/kind=medium/u);
    await page.getByText('絞り込み：種別「記録媒体」').waitFor();
    await expect.poll(() => things(page), waiting).not.toEqual(all);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByText('絞り込み：種別「記録媒体」').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('絞り込み：種別「記録媒体」').isVisible()).toBe(true);
    expect(await page.getByLabel('言葉で探す').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: '絞り込みと並べ替えをやめる' }).click();
    await expect.poll(() => things(page), waiting).toEqual(all);
    await page.getByRole('columnheader', { name: '物', exact: true }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=thing&order=asc/u);
    const head = page.getByRole('columnheader', { name: '物', exact: true });
    await expect.poll(() => head.getAttribute('aria-sort'), waiting).toBe('ascending');
    await page.getByLabel('言葉で探す').fill('どこにもない言葉');
    await page.keyboard.press('Enter');
    await page.getByText('当てはまる物はありません。').waitFor();
    expect([...(await violations(page)), ...seen.wrong]).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-96: all things that were asked for are printed, page by page fetched, and put away after',
  async () => {
    const seen = await visit(browser);
    const { page } = seen;
    // What the printer is given is what stands in the page at this moment.
    await page.addInitScript(() => {
      window.print = () => {
        const rows = document.querySelectorAll('tbody tr').length;
        document.body.dataset['printed'] =
          `${rows} ${document.querySelector('main nav p')?.textContent}`;
        dispatchEvent(new Event('afterprint'));
      };
    });
    await page.route(/whereabouts\?.*limit=50/u, async (route) => {
      await route.continue({ url: route.request().url().replace('limit=50', 'limit=1') });
    });
    await page.route(/whereabouts\?.*limit=200/u, async (route) => {
      await route.continue({ url: route.request().url().replace('limit=200', 'limit=2') });
    });
    await signIn(seen, '/contracts/movements/whereabouts');
    await expect.poll(async () => (await things(page)).length, waiting).toBe(1);
    const said = await page.getByText(/^全\d+件/u).textContent();
    const total = Number(/全(\d+)件/u.exec(said ?? '')?.[1]);
    expect(total).toBeGreaterThan(2);
    await page.getByRole('button', { name: '全部の行を印刷する' }).click();
    const printed = () => page.evaluate(() => document.body.dataset['printed']);
    await expect.poll(printed, waiting).toContain(`${total} 全${total}件　1件目から${total}件目`);
    await expect.poll(async () => (await things(page)).length, waiting).toBe(1);
    expect([...(await violations(page)), ...seen.wrong]).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-97: an Individual Number that is searched for stays in its field',
  async () => {
    const seen = await visit(browser);
    const { page } = seen;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await signIn(seen, '/contracts/movements/whereabouts');
    for (const list of ['whereabouts', 'registers/take-out']) {
      await page.goto(`${seen.url}/contracts/movements/${list}`);
      await page.getByRole('table').waitFor();
      const address = page.url();
      await page.getByLabel('言葉で探す').fill('本人 1234 5678 9018');
      await page.keyboard.press('Enter');
      await page.getByText('個人番号は入力できません。').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: '探す' }).click();
      expect(page.url()).toBe(address);
      await page.getByLabel('言葉で探す').fill('1234 5678');
      await page.keyboard.press('Enter');
      await page.waitForURL(/text=/u);
    }
    await page.goto(`${seen.url}/contracts/movements/registers/sending`);
    await page.getByLabel('言葉で探す').fill('4444 1375 8110');
    await page.getByText('追跡番号は、終わりの8桁で探してください。').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(sent.some((url) => /9018|8110/u.test(url))).toBe(false);
    expect(seen.wrong).toEqual([]);
    await seen.close();
  },
);
