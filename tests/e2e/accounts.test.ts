import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWith, launch, signIn, violations, visit } from './browser.ts';
import { accounts } from './gallery/faked-answers.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
});

const people = {
  title: '住民税課税資料データ入力業務委託',
  mayLetAudit: true,
  people: [{ id: 'person-4', name: '中村 花子', affiliation: '業務課' }],
};

test.skipIf(!hasBrowser)(
  'WEB-26: accounts are listed and seen to with contracts and people by name',
  async () => {
    const seen = await visit(browser);
    const { page } = seen;
    await answerWith(page, '**/api/v1/people-to-bind?contract=sample-1', { json: people });
    const missing = { code: 'not-found', message: '見つかりません。' };
    const elsewhere = '**/api/v1/people-to-bind?contract=elsewhere';
    await answerWith(page, elsewhere, { status: 404, json: missing });
    await answerWith(page, '**/api/v1/accounts', { json: { accounts } });
    await signIn(seen, '/administration');
    const row = page.getByRole('row', { name: /中村 花子/u });
    await row.getByText(`${people.title}（中村 花子）`).waitFor();
    await row.getByText('あなたに関わりのない契約（elsewhere）').waitFor();
    await page.getByText(`${people.title}（外部の監査人：令和9年（2027年）3月31日まで）`).waitFor();
    await page.getByText(`${people.title}（今は選べない関係者（person-5））`).waitFor();
    expect(await page.getByText('sample-1').count()).toBe(0);
    await row.getByRole('button', { name: /^操作を選ぶ/u }).click();
    const unbind = `「${people.title}」の中村 花子との結び付けを解く`;
    await page.getByRole('button', { name: unbind }).waitFor();
    expect(await violations(page)).toEqual([]);
    await seen.close();
  },
);
