import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, answerWith, launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

const contract = '/contracts/movements';
const failure = {
  status: 500,
  json: { code: 'unexpected', message: '問題が起きました。', requestId: 'r-1' },
} as const;

async function at(path: string, heading: string | RegExp, size?: Parameters<typeof visit>[1]) {
  const seen = await visit(browser, size);
  await signIn(seen, `${contract}${path}`);
  await seen.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return seen;
}

/** What is wrong with the page at the end of a visit, by axe and by its own account. */
async function faultsOf(seen: Visit): Promise<readonly string[]> {
  const found = [...(await violations(seen.page)), ...seen.wrong];
  await seen.close();
  return found;
}

const settled = (page: Page) =>
  page.getByRole('status').getByText('読み込んでいます').waitFor({ state: 'detached' });

test.skipIf(!hasBrowser)(
  'WEB-4: what waits leads to where it is done, and the calendar to the duty',
  async () => {
    const seen = await at('', '今日やること');
    const { page } = seen;
    await page.getByRole('heading', { name: '判断を待っている逸脱' }).waitFor();
    await page.getByText('これから90日の予定').waitFor();
    await page.getByRole('link', { name: '時点の証明を作り、委託者に渡す' }).waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('link', { name: /持出管理簿 \d+について（逸脱 \d+）/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^逸脱 \d+$/ }).waitFor();
    await page.getByRole('dialog', { name: '事故等かどうかの判断' }).waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-4: nothing to do, an answer that does not come and one that fails are said',
  async () => {
    const seen = await at('/duty-map', '義務マップ');
    const { page, url } = seen;
    const empty = {
      day: '2026-04-25',
      tasks: [],
      names: {},
      unwitnessed: { entries: 0, since: null },
    };
    await answerWith(page, '**/today', { json: empty });
    await answerWith(page, '**/calendar?*', { json: { changes: [] } });
    await page.goto(`${url}${contract}`);
    await page.getByText('今日やることはありません。').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unrouteAll();
    await answerWith(page, '**/today', failure);
    await page.goto(`${url}${contract}`);
    await page.getByText('要求番号：r-1').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unrouteAll();
    await answerWith(page, '**/today', 'never');
    await page.goto(`${url}${contract}`);
    await page.getByText('読み込んでいます。').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-133: before anything is on record it is the set-up that is to do',
  async () => {
    const seen = await at('/duty-map', '義務マップ');
    const { page, url } = seen;
    await page.route(/\/api\/v1\/contracts\/movements$/u, async (route) => {
      const answer = await route.fetch();
      const head: unknown = await answer.json();
      const json = Object.assign({}, head, { isSetUp: false, title: '' });
      await route.fulfill({ response: answer, json });
    });
    await page.goto(`${url}${contract}`);
    await page.getByText('名称が未登録の契約（movements）').waitFor();
    expect(await page.getByText('委託者がまだ確かめていない記録').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: '契約の準備を始める' }).click();
    await page.getByRole('heading', { level: 1, name: '契約の準備' }).waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-5: thirty articles at a glance, each duty with proof and what to do',
  async () => {
    const seen = await at('/duty-map', '義務マップ');
    const { page } = seen;
    const tiles = page.getByRole('list', { name: '条の一覧' }).getByRole('listitem');
    await tiles.first().waitFor();
    await expect.poll(() => tiles.count()).toBe(30);
    const last = await tiles.last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(768);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^第20条/ }).click();
    await page.getByRole('heading', { name: '第20条の義務' }).waitFor();
    await page.getByRole('button', { name: '持ち出しを管理簿で記録・管理する' }).click();
    await page.getByRole('dialog').getByText('次に行うこと').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: '持出管理簿' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-5: the slider asks of another day by keyboard, in two readings',
  async () => {
    const seen = await at('/duty-map', '義務マップ');
    const { page } = seen;
    const slider = page.getByRole('slider');
    await slider.focus();
    await slider.press('Home');
    await page.waitForURL(/day=2026-03-01/u);
    await page.getByText('令和8年（2026年）3月1日').waitFor();
    await page.getByRole('radio', { name: '当時分かっていたことで見る' }).check();
    await page.waitForURL(/reading=known/u);
    await page.getByRole('button', { name: '今日に戻す' }).click();
    await page.waitForURL((address) => !address.search.includes('day='));
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-6: a clerk enters line after line by keyboard, and a suspected number is caught',
  async () => {
    const seen = await at('/registers/near-miss', 'ヒヤリ・ハット記録');
    const { page } = seen;
    await page.getByRole('link', { name: '気付きの記録' }).click();
    await page.getByRole('heading', { name: 'ヒヤリ・ハット記録：気付きの記録' }).waitFor();
    await page.getByRole('button', { name: /続け|次の1件/ }).click();
    await page.getByText('入力を確かめてください').waitFor();
    expect(await violations(page)).toEqual([]);
    const first = page.locator('form').locator('input, select, textarea').first();
    for (const [index, words] of ['鍵の掛け忘れに気付いた', '宛先の書き誤りに気付いた'].entries()) {
      await first.fill('個人番号は 1234 5678 9018 です');
      await page.getByText('個人番号（マイナンバー）の可能性があります').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await first.fill(words);
      await fillRest(page);
      await first.press('Control+Enter');
      await page.getByText(`この画面で${index + 1}件を記録しました。`).waitFor();
      await expect.poll(() => first.inputValue()).toBe('');
      await expect
        .poll(() => first.evaluate((element) => element === document.activeElement))
        .toBe(true);
    }
    await page.getByRole('button', { name: '一覧へ戻る' }).click();
    await page.getByText('宛先の書き誤りに気付いた').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

/** Chooses something in every required control that is still empty. */
async function fillRest(page: Page): Promise<void> {
  for (const group of await page.locator('fieldset:has(legend:has-text("必須"))').all()) {
    const choice = group.locator('input[type=radio], input[type=checkbox]').first();
    if ((await choice.count()) > 0) await choice.check();
  }
  for (const select of await page.locator('select[aria-required=true]').all()) {
    await select.selectOption({ index: 1 });
  }
}

test.skipIf(!hasBrowser)(
  'WEB-6: a register is filtered, and says when it is empty or cannot be shown',
  async () => {
    const seen = await at('/registers/take-out', '持出管理簿');
    const { page, url } = seen;
    await page.getByRole('table').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('状態', { exact: true }).selectOption({ label: '紛失の判明' });
    await page.waitForURL(/status=lost/u);
    await page.getByLabel('状態', { exact: true }).selectOption({ label: '許可票の発行' });
    await page.waitForURL(/status=permitted/u);
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
    await page.getByText(/当てはまるものはありません。|全\d+件/u).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${url}${contract}/registers/subcontract-supervision`);
    await page.getByText('まだ記録がありません。').waitFor();
    expect(await violations(page)).toEqual([]);
    await answerWith(page, '**/registers/copy?*', failure);
    await page.goto(`${url}${contract}/registers/copy`);
    await page.getByText('表示できませんでした').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${url}${contract}/registers/no-such`);
    await page.getByText('この名称の管理簿はありません。').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-7: a case is corrected by a new entry that shows with its history',
  async () => {
    const seen = await at('/cases/use-1', /^利用管理簿 1$/u);
    const { page } = seen;
    expect(await violations(page)).toEqual([]);
    const before = await page.getByText(/^記録番号\d+$/u).count();
    await page.getByRole('button', { name: '訂正' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('訂正の理由').fill('書き誤り');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '訂正を記録する' }).click();
    await page.getByText('記録しました。').waitFor();
    await page.getByText('書き誤り').first().waitFor();
    await expect.poll(() => page.getByText(/^記録番号\d+$/u).count()).toBe(before + 1);
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-79: a line entered by mistake is struck out with its reason and stays to be read',
  async () => {
    const size = { width: 1366, height: 768 };
    const strike = async (page: Page) => {
      await page.getByRole('button', { name: /^取消し/u }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('取消しの理由').fill('二重に記録したため');
      await dialog.getByRole('button', { name: /記録する$/u }).click();
    };
    const refused = await at('/cases/use-2', /^利用管理簿 2$/u, size);
    await strike(refused.page);
    await refused.page.getByText('総括責任者の判断が済んでいない').waitFor();
    await refused.close();
    const struck = await visit(browser, size);
    await signIn(struck, '/contracts/struck-out/cases/sending-1');
    await struck.page.locator('li s', { hasText: '逸脱：' }).first().waitFor();
    expect(await faultsOf(struck)).toEqual([]);
    const seen = await at('/cases/use-1', /^利用管理簿 1$/u, size);
    const { page } = seen;
    await strike(page);
    await page.getByText('誤って記録した行として取り消されています').waitFor();
    await page.getByText('二重に記録したため').first().waitFor();
    const fields = page.locator('dl').first();
    expect(await fields.locator('.line-through').count()).toBeGreaterThan(1);
    expect(await fields.locator('.line-through', { hasText: '二重に記録したため' }).count()).toBe(
      0,
    );
    await page.getByText('手続きは終わっています。').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: '一覧へ' }).click();
    await page.locator('span.line-through').first().waitFor();
    await page.getByRole('cell', { name: '理由：二重に記録したため' }).waitFor();
    expect(await page.locator('.line-through', { hasText: '二重に' }).count()).toBe(0);
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-7: two people who change one case do not overwrite each other',
  async () => {
    const seen = await at('/cases/use-1', /^利用管理簿 1$/u);
    const { page } = seen;
    const conflict = {
      code: 'changed-meanwhile',
      message: '開いている間に、ほかの人がこの記録を更新しました。',
      requestId: 'r-2',
    };
    await answerWith(page, '**/commands', { status: 409, json: conflict });
    await page.getByRole('button', { name: '訂正' }).click();
    await page.getByRole('dialog').getByLabel('訂正の理由').fill('書き誤り');
    await page.getByRole('button', { name: '訂正を記録する' }).click();
    await page.getByText('ほかの人がこの記録を更新しました').waitFor();
    await page.getByRole('button', { name: '最新の内容を読み直す' }).waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-8: everything can be reached by keyboard, past the navigation at once',
  async () => {
    const seen = await at('', '今日やること');
    const { page } = seen;
    await page.reload();
    await page.getByRole('link', { name: '本文へ移動する' }).waitFor({ state: 'attached' });
    await page.evaluate(() => document.body.focus());
    await page.keyboard.press('Shift+Tab');
    const skip = page.getByRole('link', { name: '本文へ移動する' });
    await skip.focus();
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser).each([
  ['', '今日やること'],
  ['/duty-map', '義務マップ'],
  ['/registers', '管理簿'],
  ['/registers/take-out', '持出管理簿'],
  ['/cases/take-out-1', '持出管理簿 1'],
] as const)(
  'WEB-8: nothing is cut off at the sizes of offices, nor on paper: %s',
  async (path, heading) => {
    const seen = await at(path, heading, { width: 1920, height: 1080 });
    const { page } = seen;
    await settled(page);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: '画面の一覧' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    expect(await faultsOf(seen)).toEqual([]);
  },
);
