import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemoryBundle } from '../../packages/evidence/src/testing/memory-bundle.ts';
import {
  filesOf,
  rewriteLines,
  sampleAccess,
  sampleRegister,
} from '../../packages/evidence/src/testing/sample-contract.ts';
import { launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanribo-proof-'));
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function verify(page: Page, name: string, files: MemoryBundle): Promise<void> {
  const chosen = join(folder, name);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(chosen, path)), { recursive: true });
    await writeFile(join(chosen, path), bytes);
  }
  await page.locator('input[type=file]').setInputFiles(chosen);
  await page.getByRole('button', { name: '検証する' }).click();
}

const resultOf = (page: Page, log: string) =>
  page.getByRole('row').filter({ hasText: log }).getByRole('cell').first().textContent();

test.skipIf(!hasBrowser)(
  'WEB-24: a verdict says which log was changed and where, and on paper what was verified',
  async () => {
    const seen = await visit(browser);
    const { page } = seen;
    await signIn(seen, '/contracts/movements/proof/verify');
    const whole = await filesOf(sampleRegister(), sampleAccess());
    await verify(page, 'whole', whole);
    await page.getByText('食い違いはありません', { exact: true }).waitFor();
    expect(await resultOf(page, '台帳の記録')).toBe('異常なし');
    await page.getByText('2個が記録のとおりでした。').waitFor();
    const changed = rewriteLines(whole, 'register/entries.jsonl', (lines) =>
      lines.map((line, index) =>
        index === 4 ? line.replace('"sequence":4', '"sequence":7') : line,
      ),
    );
    await verify(page, 'changed', changed);
    await page.getByText('異常があります（この控えは証拠に使えません）').waitFor();
    expect(await resultOf(page, '台帳の記録')).toBe('異常あり');
    expect(await resultOf(page, '閲覧の記録')).toBe('異常なし');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('検証した日時').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '検証する' }).isVisible()).toBe(false);
    expect(seen.wrong).toEqual([]);
    await seen.close();
  },
);
