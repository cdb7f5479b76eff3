import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, violations } from './browser.ts';
import { type Address, addresses } from './gallery/addresses.ts';
import { asAuditor } from './gallery/auditor.ts';
import { enterManyLines } from './gallery/many-lines.ts';
import type { Situation } from './gallery/situation.ts';
import { situations } from './gallery/situations.ts';
import { states } from './gallery/states.ts';
import { hasBrowser } from './has-browser.ts';
import { type Serving, serve } from './real/serving.ts';
import { post, signInFirst } from './real/signed-in.ts';

/** Where the pictures go; without it there is nothing to take them for. */
const folder = process.env['PICTURES'];
const only = process.env['PICTURES_OF'] ?? '';
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

let browser: Browser;
let serving: Serving;
let context: BrowserContext;
let signedOut: BrowserContext;

describe.skipIf(!hasBrowser || folder === undefined)('every screen in every state', () => {
  beforeAll(async () => {
    browser = await launch();
    serving = await serve(inject('screens'), 'demo');
    const look = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' } as const;
    context = await browser.newContext({ ...look, baseURL: serving.origin });
    signedOut = await browser.newContext({ ...look, baseURL: serving.origin });
    const page = await signInFirst(context, serving);
    await post(page, '/accounts/account-1/bind', { contract: 'sample-1', person: 'person-1' });
    await post(page, '/contracts', { id: 'bare' });
    await post(page, '/accounts/account-1/bind', { contract: 'bare', person: 'set-up' });
    await enterManyLines(page, 'sample-1');
    await page.close();
    if (folder !== undefined) await mkdir(folder, { recursive: true });
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  const wanted = addresses.filter(({ name }) => name.includes(only));
  test.each(wanted)(
    'WEB-30: $name is whole in every state',
    { timeout: 180_000 },
    async (shown) => {
      const page = await (shown.looker === 'nobody' ? signedOut : context).newPage();
      const found: string[] = [];
      for (const [state, { pathOf, prepare }] of Object.entries(states)) {
        const path = pathOf(shown);
        if (path === undefined || (shown.act !== undefined && state !== 'filled')) continue;
        if (shown.looker === 'auditor') await asAuditor(page);
        await prepare(page);
        found.push(...(await look(page, { shown, state, path })));
        await page.unrouteAll({ behavior: 'ignoreErrors' });
      }
      await page.close();
      expect(found).toEqual([]);
    },
  );

  const reached = situations.filter(({ name }) => name.includes(only));
  test.each(reached)('WEB-30: $name is whole when it has come to that', async (situation) => {
    const page = await (situation.looker === 'nobody' ? signedOut : context).newPage();
    expect(await lookAtSituation(page, situation)).toEqual([]);
    await page.close();
  });
});

/** Brings a screen into a situation, and looks at it in both sizes and in the reader's colours. */
async function lookAtSituation(page: Page, situation: Situation): Promise<readonly string[]> {
  const { name, path, prepare, reach } = situation;
  const found: string[] = [];
  await page.setViewportSize(sizes[0]);
  await prepare?.(page);
  await page.goto(`${serving.origin}${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
  await reach?.(page);
  await settled(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    found.push(...(await picture(page, `${name}.${size.width}`)));
  }
  found.push(...(await violations(page)).map((fault) => `${name}: ${fault}`));
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await picture(page, `${name}.forced`);
  return found;
}

/** Takes the picture of all of a page; how far it is too wide. */
async function picture(page: Page, named: string): Promise<readonly string[]> {
  await writeFile(join(folder ?? '', `${named}.png`), await page.screenshot({ fullPage: true }));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return over > 0 ? [`${named}: ${over} pixels too wide`] : [];
}

interface Sight {
  readonly shown: Address;
  readonly state: string;
  readonly path: string;
}

/** Opens a screen in both sizes and on paper; what axe finds, and what is cut off. */
async function look(page: Page, { shown, state, path }: Sight): Promise<readonly string[]> {
  const found: string[] = [];
  await page.setViewportSize(sizes[0]);
  // From an address that differs in its fragment alone nothing would be loaded anew.
  await page.goto('about:blank');
  await page.goto(`${serving.origin}${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if (state !== 'loading') await settled(page);
  await shown.act?.(page);
  for (const size of state === 'filled' ? sizes : sizes.slice(0, 1)) {
    await page.setViewportSize(size);
    found.push(...(await picture(page, `${shown.name}.${state}.${size.width}`)));
  }
  found.push(...(await violations(page)).map((fault) => `${shown.name}.${state}: ${fault}`));
  if (state === 'filled') await otherwise(page, shown);
  return found;
}

/** The screen in the reader's own colours, and on paper. */
async function otherwise(page: Page, { name }: Address): Promise<void> {
  const file = (kind: string) => join(folder ?? '', `${name}.${kind}`);
  await page.setViewportSize(sizes[0]);
  await page.emulateMedia({ forcedColors: 'active' });
  await writeFile(file('forced.png'), await page.screenshot({ fullPage: true }));
  await page.emulateMedia({ forcedColors: null });
  await writeFile(file('print.pdf'), await page.pdf({ preferCSSPageSize: true }));
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.getByText('読み込んでいます').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
