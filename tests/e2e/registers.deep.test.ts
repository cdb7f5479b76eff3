import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, launch, signIn, violations, visit } from './browser.ts';
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

async function at(path: string, heading: string | RegExp): Promise<Visit> {
  const seen = await visit(browser);
  await signIn(seen, `/contracts/movements${path}`);
  await seen.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return seen;
}

async function faultsOf(seen: Visit): Promise<readonly string[]> {
  const found = [...(await violations(seen.page)), ...seen.wrong];
  await seen.close();
  return found;
}

const numbers = (page: Page) =>
  page
    .locator('tbody th a')
    .evaluateAll((links) => links.map((link) => parseInt(link.textContent)));

test.skipIf(!hasBrowser)(
  'WEB-74: a register is ordered by its heads and by keyboard, and the address says how',
  async () => {
    const seen = await at('/registers/take-out', '持出管理簿');
    const { page } = seen;
    await page.getByRole('table').waitFor();
    const first = await numbers(page);
    expect(first).toEqual([...first].sort((one, other) => other - one));
    const head = page.getByRole('columnheader', { name: '番号' });
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=number&order=asc/u);
    await expect.poll(() => head.getAttribute('aria-sort'), waiting).toBe('ascending');
    await expect.poll(() => numbers(page), waiting).toEqual([...first].reverse());
    await page.getByRole('columnheader', { name: 'いつのことか' }).getByRole('button').click();
    await page.waitForURL(/sort=occurred/u);
    await page.reload();
    const when = page.getByRole('columnheader', { name: 'いつのことか' });
    await expect.poll(() => when.getAttribute('aria-sort'), waiting).toBe('ascending');
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-74: what a register is narrowed down to is said on paper and in its files',
  async () => {
    const seen = await at('/registers/take-out', '持出管理簿');
    const { page } = seen;
    await page.getByRole('table').waitFor();
    const all = (await numbers(page)).length;
    await page.getByText('ほかの絞り込み').click();
    await page.getByLabel('印', { exact: true }).selectOption({ label: '訂正あり' });
    await page.waitForURL(/mark=corrected/u);
    await page.getByText('絞り込み：印「訂正あり」').waitFor();
    expect(await violations(page)).toEqual([]);
    await expect.poll(async () => (await numbers(page)).length, waiting).toBe(1);
    const csv = page.getByRole('link', { name: 'CSVで取り出す' });
    expect(await csv.getAttribute('href')).toContain('?mark=corrected');
    const pdf = page.getByRole('link', { name: '全部の行をPDFにする' });
    expect(await pdf.getAttribute('href')).toMatch(
      /preview\?mark=corrected&sort=number&order=asc$/u,
    );
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('絞り込み：印「訂正あり」').isVisible()).toBe(true);
    expect(await page.getByLabel('言葉で探す').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('言葉で探す').fill('どこにもない言葉');
    await page.keyboard.press('Enter');
    await page.getByText('当てはまるものはありません。').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '絞り込みと並べ替えをやめる' }).click();
    await expect.poll(async () => (await numbers(page)).length, waiting).toBe(all);
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-95: twenty lines are entered by keyboard, each like the one before',
  async () => {
    const seen = await at('/registers/near-miss/new/noticed', /気付きの記録/u);
    const { page } = seen;
    const what = page.getByLabel('何が起きそうになったか');
    await what.fill('宛先の書き誤り 1');
    await page.getByLabel('場面').selectOption({ label: '文書の利用・保管' });
    await page.getByLabel('日付').fill('2026/5/7');
    await what.press('Control+Enter');
    await page.getByText('この画面で1件を記録しました。').waitFor();
    for (let line = 2; line <= 20; line += 1) {
      await expect.poll(() => what.inputValue(), waiting).toBe('');
      await page.keyboard.type(`宛先の書き誤り ${line}`);
      await page.getByLabel('場面').focus();
      await page.keyboard.press('Control+d');
      await page.getByLabel('日付').focus();
      await page.keyboard.press('Control+d');
      await expect.poll(() => page.getByLabel('日付').inputValue(), waiting).toBe('2026/5/7');
      await page.keyboard.press('Control+Enter');
      await page.getByText(`この画面で${line}件を記録しました。`).waitFor();
    }
    await expect.poll(() => what.inputValue(), waiting).toBe('');
    await page.getByRole('button', { name: '前の行と同じ内容を入れる' }).click();
    expect(await what.inputValue()).toBe('宛先の書き誤り 20');
    await page.getByRole('link', { name: '直前の記録を開いて訂正する' }).waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)('WEB-76: an act is not asked for its time, a fact is', async () => {
  const seen = await at('/registers/take-out/new/permitted', /許可票の発行/u);
  const { page } = seen;
  await page.getByText('記録するときの日時が残ります').waitFor();
  expect(await page.getByRole('group', { name: 'いつのことか' }).count()).toBe(0);
  await page.goto(`${seen.url}/contracts/movements/registers/take-out/new/taken`);
  await page.getByRole('group', { name: 'いつのことか' }).waitFor();
  expect(await faultsOf(seen)).toEqual([]);
});
