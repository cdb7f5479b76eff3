import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canReadPages, textsOfPages } from '../../packages/forms/src/fixtures/pdf-pages.ts';
import { type Visit, answerWith, launch, signIn, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

const contract = '/contracts/movements';

async function at(path: string, heading: string): Promise<Visit> {
  const seen = await visit(browser);
  await answerWith(seen.page, '**/subcontracts', { json: { nodes: [], names: {} } });
  await signIn(seen, `${contract}${path}`);
  const { page } = seen;
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  const loading = page.getByRole('status').getByText('読み込んでいます');
  await loading.first().waitFor({ state: 'detached' });
  return seen;
}

/** Texts of which hardly a few letters stand on each line, and how far the page is too wide. */
function poorlyLaid(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const squeezed = [...document.querySelectorAll('main :not(:has(*))')].filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(one).fontSize);
      return (
        (one.textContent ?? '').length > 8 && width > 1 && width < 4 * size && height > 5 * size
      );
    });
    const tooWide = document.documentElement.scrollWidth - innerWidth;
    const texts = squeezed.map((one) => one.textContent ?? '');
    return tooWide > 0 ? [...texts, `${tooWide} px too wide`] : texts;
  });
}

/** A4 less its margins, at 96 px an inch. */
const sheet = { width: 703, height: 1016 };

test.skipIf(!hasBrowser).each([
  ['', '今日やること'],
  ['/duty-map', '義務マップ'],
  ['/registers/take-out', '持出管理簿'],
  ['/organisation', '体制'],
  ['/filings', '届出'],
  ['/whereabouts', '物の所在'],
] as const)(
  'WEB-42: on a sheet of paper nothing is squeezed or too wide: %s',
  async (path, heading) => {
    const seen = await at(path, heading);
    const { page } = seen;
    await page.setViewportSize(sheet);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => poorlyLaid(page)).toEqual([]);
    expect(await page.getByRole('button').filter({ visible: true, hasText: '印刷' }).count()).toBe(
      0,
    );
    await seen.close();
  },
);

test.skipIf(!hasBrowser || !canReadPages)(
  'WEB-138: an opened duty is printed alone, and a long register has its heads on every sheet',
  async () => {
    const seen = await at('/duty-map?duty=take-out-register', '義務マップ');
    const { page } = seen;
    await page.getByRole('dialog').getByText('この義務の記録先').waitFor();
    const alone = textsOfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(alone).toHaveLength(1);
    expect(alone[0]).toContain('この義務の記録先');
    expect(alone[0]).not.toContain('義務の一覧');
    await page.goto(`${seen.url}${contract}/registers/take-out`);
    await page.getByRole('table').waitFor();
    // As many lines as some months bring.
    await page.evaluate(() => {
      const [line] = document.querySelectorAll('tbody tr');
      line?.after(...Array.from({ length: 60 }, () => line.cloneNode(true)));
    });
    const sheets = textsOfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.filter((text) => !text.includes('番号状態いつのことか'))).toEqual([]);
    await seen.close();
  },
);

/** How much lighter the one is than the other (WCAG 2.2, contrast ratio). */
function contrast(left: string, right: string): number {
  const [low = 0, high = 0] = [left, right].map(lightness).sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/gu) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is drawn in the page: each shape's and word's colour, and the ground it stands on. */
function drawn(page: Page, selector: string) {
  return page.evaluate((asked) => {
    const ground = getComputedStyle(document.body).backgroundColor;
    const found = [...document.querySelectorAll(asked)];
    return { ground, colors: found.map((one) => getComputedStyle(one).fill) };
  }, selector);
}

test.skipIf(!hasBrowser).each([
  ['/organisation', '体制', 'main svg text'],
  ['/organisation', '体制', 'td svg rect'],
  ['', '今日やること', 'main svg'],
] as const)(
  'WEB-42: in light letters on a dark ground what is drawn is seen: %s %s %s',
  async (path, heading, selector) => {
    const seen = await at(path, heading);
    const { page } = seen;
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const unseen = async () => {
      const { ground, colors } = await drawn(page, selector);
      const lost = colors.filter((color) => contrast(color, ground) < 3);
      return { isDark: lightness(ground) < 0.1, isDrawn: colors.length > 0, lost };
    };
    await expect.poll(unseen).toEqual({ isDark: true, isDrawn: true, lost: [] });
    await seen.close();
  },
);

test.skipIf(!hasBrowser)('WEB-42: nothing moves for who wants it still', async () => {
  const seen = await at('/filings', '届出');
  const { page, url } = seen;
  await answerWith(page, '**/today', 'never');
  const turning = () =>
    page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    );
  await page.goto(`${url}${contract}`);
  await page.getByText('読み込んでいます。').first().waitFor();
  await expect.poll(turning).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(turning).toBeGreaterThan(0);
  await seen.close();
});
