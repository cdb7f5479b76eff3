import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanribo-chosen-'));
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
  await rm(folder, { recursive: true });
});

const label = 'テキストファイルから読み込む';

/** Where the text of an annex is read out of a file. */
async function atAnnex() {
  const seen = await visit(browser);
  await signIn(seen, '/contracts/movements/set-up?step=annex');
  await seen.page.getByRole('button', { name: '別の特記事項を読み取る' }).click();
  await seen.page.getByText('まだ選んでいません').waitFor();
  return seen;
}

/** Drags a file of this machine to a place of the page and lets it go there. */
async function drop(page: Page, file: string, { x, y }: { x: number; y: number }) {
  const browserSide = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browserSide.send('Input.dispatchDragEvent', { type, x, y, data });
  }
}

/** Whether the browser would open a file that is dropped beside where files are chosen. */
function isDropLeftToBrowser(): boolean {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['x'], 'x.txt'));
  const dropped = { dataTransfer, bubbles: true, cancelable: true };
  return document.body.dispatchEvent(new DragEvent('drop', dropped));
}

test.skipIf(!hasBrowser)(
  'WEB-130: a file is chosen by keyboard, with its name and size shown, and chosen again once mended',
  async () => {
    const seen = await atAnnex();
    const { page } = seen;
    const file = join(folder, '特記事項.txt');
    await writeFile(file, '第1条 はじめ\n');
    const choose = async () => {
      const asked = page.waitForEvent('filechooser');
      await page.getByLabel(label).focus();
      await page.keyboard.press('Enter');
      await (await asked).setFiles(file);
    };
    await choose();
    await page.getByText('特記事項.txt（18 バイト）').waitFor();
    await writeFile(file, '第1条 なおした\n');
    await choose();
    await expect.poll(() => page.getByLabel('特記事項の本文').inputValue()).toContain('なおした');
    expect(await violations(page)).toEqual([]);
    expect(seen.wrong).toEqual([]);
    await seen.close();
  },
);

test.skipIf(!hasBrowser)(
  'WEB-130: a file may be dropped where it is chosen; dropped beside it, nothing happens',
  async () => {
    const seen = await atAnnex();
    const { page } = seen;
    const file = join(folder, '置いた.txt');
    await writeFile(file, '第2条 つぎ\n');
    expect(await page.evaluate(isDropLeftToBrowser)).toBe(false);
    const box = await page.getByLabel(label).boundingBox();
    expect(box).not.toBeNull();
    await drop(page, file, { x: (box?.x ?? 0) + 200, y: (box?.y ?? 0) + 20 });
    await page.getByText('置いた.txt（').waitFor();
    expect(await page.getByLabel('特記事項の本文').inputValue()).toContain('つぎ');
    expect(seen.wrong).toEqual([]);
    await seen.close();
  },
);
