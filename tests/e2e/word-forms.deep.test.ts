import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Visit, answerWith, launch, signIn, violations, visit } from './browser.ts';
import { hasBrowser } from './has-browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanribo-forms-'));
  if (hasBrowser) browser = await launch();
});
afterAll(async () => {
  if (hasBrowser) await browser.close();
  await rm(folder, { recursive: true });
});

const contract = '/contracts/movements';
const digest = 'a'.repeat(64);
const form = {
  filing: 'manager-filing',
  title: '管理責任者選任届',
  duty: 'manager',
  clause: '8',
  status: 'awaited',
  since: '2026-04-02T00:00:00.000Z',
  case: { id: 'designated-form-1', status: 'designated', version: 9 },
  form: null,
  clientReference: '区発第8号',
  clientPerson: '区 担当',
};
const fields = [
  { kind: 'text', name: '契約件名', value: '見本業務委託' },
  { kind: 'list', name: '管理責任者', columns: ['番号', '氏名'], rows: [['1', '見本 花子']] },
];
const told = {
  form,
  mayUpload: true,
  fields,
  fieldsMissing: null,
  fit: null,
  fitMissing: null,
};
const fit = {
  digest,
  found: [{ name: '契約件名', within: null, repeats: false }],
  unknown: [],
  missing: ['管理責任者'],
};

async function at(path: string, heading: string, told_: unknown = told): Promise<Visit> {
  const seen = await visit(browser);
  await answerWith(seen.page, '**/word-forms/manager-filing', { json: told_ });
  await answerWith(seen.page, '**/word-forms', { json: { forms: [form], mayUpload: true } });
  await signIn(seen, `${contract}${path}`);
  await seen.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return seen;
}

async function faultsOf(seen: Visit): Promise<readonly string[]> {
  const found = [...(await violations(seen.page)), ...seen.wrong];
  await seen.close();
  return found;
}

async function choose(page: Page, name: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, 'form');
  await page.getByLabel('様式のファイル', { exact: true }).setInputFiles(file);
}

test.skipIf(!hasBrowser)(
  'WEB-40: the forms are listed with the client’s word, and one says what it may bear',
  async () => {
    const seen = await at('/filings/forms', '届出の様式');
    const { page } = seen;
    await page.getByRole('cell', { name: '委託者の指定様式（未登録）' }).waitFor();
    await page.getByRole('cell', { name: '区発第8号' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: '管理責任者選任届' }).click();
    await page.getByRole('heading', { name: '様式に書ける項目の名前' }).waitFor();
    const names = await page.getByLabel('すべての項目の名前（写して使えます）').inputValue();
    expect(names).toBe('{契約件名}\n{#管理責任者}{番号}\t{氏名}{/管理責任者}');
    await page.getByText('この機械ではWordの文書をPDFで表示できません').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-40: a file is checked before it is used, and used by a step of the register',
  async () => {
    const seen = await at('/filings/forms/manager-filing', '管理責任者選任届の様式');
    const { page } = seen;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await choose(page, 'form.docm');
    await page.getByText('.docx のファイルを選んでください。').waitFor();
    expect(sent.filter((one) => one.startsWith('POST'))).toEqual([]);
    const unknown = { ...fit, unknown: ['血液型'] };
    await answerWith(page, '**/manager-filing/files', { json: { isKept: false, fit: unknown } });
    await choose(page, 'unknown.docx');
    await page.getByRole('alert').getByText('血液型').waitFor();
    expect(await page.getByRole('button', { name: 'この様式を使う' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await answerWith(page, '**/manager-filing/files', { json: { isKept: true, fit } });
    await choose(page, 'sound.docx');
    await page.getByText('様式を保管しました。まだ使われていません。').waitFor();
    await page.getByText('様式にない項目').waitFor();
    await page.getByRole('button', { name: 'この様式を使う' }).click();
    const dialog = page.getByRole('dialog', { name: '様式の登録' });
    await dialog.getByText('sha256:aaaaaaaaaaaa').waitFor();
    expect(await dialog.getByLabel(/^様式の差込項目/).inputValue()).toBe('契約件名');
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-40: a form that is refused, fields there are none of and an answer that fails are said',
  async () => {
    const missing = '届け出る管理責任者がいません。';
    const none = { ...told, fields: [], fieldsMissing: missing };
    const seen = await at('/filings/forms/manager-filing', '管理責任者選任届の様式', none);
    const { page, url } = seen;
    await page.getByText(missing).waitFor();
    const message = '様式にマクロがあります。';
    const json = { code: 'misfit', detail: 'form-has-macros', message, requestId: 'r-1' };
    await answerWith(page, '**/manager-filing/files', { status: 422, json });
    await choose(page, 'macros.docx');
    await page.getByText(message).waitFor();
    expect(await violations(page)).toEqual([]);
    const failure = { code: 'unexpected', message: '問題が起きました。', requestId: 'r-1' };
    await answerWith(page, '**/word-forms', { status: 500, json: failure });
    await page.goto(`${url}${contract}/filings/forms`);
    await page.getByText('要求番号：r-1').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-40: a filing on the client’s form is filled, and handed in as the file that was kept',
  async () => {
    const seen = await at('/filings', '届出');
    const { page, url } = seen;
    await page.route('**/cases/manager-filing-1', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace('"layout":"own"', '"layout":"designated"');
      const prepared = text.replace('"status":"received"', '"status":"prepared"');
      await route.fulfill({ body: prepared, contentType: 'application/json' });
    });
    await answerWith(page, '**/papers/**', { status: 404, json: {} });
    await answerWith(page, '**/filled-word-forms', { json: { digest, fields } });
    await page.goto(`${url}${contract}/filings/manager-filing-1`);
    await page.getByRole('button', { name: '指定様式に記入する' }).click();
    const kept = page.getByRole('link', { name: '記入した様式（.docx）を取り出す' });
    expect(await kept.getAttribute('href')).toContain(`/evidence/${digest}`);
    await page.getByRole('button', { name: 'この様式で提出を記録する' }).click();
    const dialog = page.getByRole('dialog', { name: '提出' });
    await dialog.getByText('sha256:aaaaaaaaaaaa').waitFor();
    const tried = page.waitForRequest(
      (request) =>
        request.method() === 'POST' && (request.postData() ?? '').includes(`sha256:${digest}`),
    );
    await dialog.getByRole('radio', { name: '持参' }).check();
    await dialog.getByRole('button', { name: '記録する' }).click();
    await tried;
    expect(await faultsOf(seen)).toEqual([]);
  },
);
