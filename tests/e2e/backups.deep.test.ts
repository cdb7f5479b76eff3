import type { Browser } from 'playwright-core';
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

const upkeep = {
  now: '2026-04-25T00:00:00.000Z',
  keysDirectory: '/srv/kanribo/keys',
  lastBackup: {
    madeAt: '2026-04-15T00:00:00.000Z',
    by: '管理 花子',
    contracts: 2,
    bytes: 5_242_880,
  },
  brokenBackups: [],
  brokenCount: 0,
  isBackingUp: false,
  disks: [{ holds: 'data', freeBytes: 4_294_967_296, totalBytes: 107_374_182_400 }],
  signed: [{ contract: 'alpha', size: 120, signedSize: 90 }],
};
const health = {
  release: '0.1.0',
  serverTime: upkeep.now,
  database: '内蔵のPostgreSQL',
  lastBackupAt: null,
  keysDirectory: upkeep.keysDirectory,
  contracts: [],
};

async function at(told: unknown, path = '/administration'): Promise<Visit> {
  const seen = await visit(browser);
  await answerWith(seen.page, '**/api/v1/accounts', { json: { accounts: [] } });
  await answerWith(seen.page, '**/api/v1/health', { json: health });
  await answerWith(seen.page, '**/api/v1/upkeep', { json: told });
  await signIn(seen, path);
  return seen;
}

async function faultsOf(seen: Visit): Promise<readonly string[]> {
  const found = [...(await violations(seen.page)), ...seen.wrong];
  await seen.close();
  return found;
}

const passphrase = '正しい馬の電池と黄色い傘';

test.skipIf(!hasBrowser)(
  'WEB-41: an old backup and a full disk are warned of, and what is signed is told',
  async () => {
    const seen = await at(upkeep);
    const { page } = seen;
    await page.getByText('最後のバックアップから10日たっています').waitFor();
    await page.getByText('空きが少なくなっています').waitFor();
    await page.getByText('管理 花子').waitFor();
    await page.getByText('5.0 MB').waitFor();
    const signed = page.getByRole('region', { name: '署名の具合' });
    await signed.getByRole('row', { name: 'alpha 120 90 30' }).waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-41: backups that were broken off are told, with who began them and that keys may have left',
  async () => {
    const begunAt = '2026-04-20T00:00:00.000Z';
    const brokenBackups = [
      { begunAt, by: '管理 太郎', brokenOffAt: '2026-04-20T00:00:09.000Z' },
      { begunAt: '2026-04-19T00:00:00.000Z', by: 'software', brokenOffAt: null },
    ];
    const seen = await at({ ...upkeep, brokenBackups, brokenCount: 3 });
    const { page } = seen;
    await page.getByText('最後まで取られなかったバックアップが3件あります').waitFor();
    await page.getByText('鍵が持ち出されたおそれがあります').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /管理 太郎.*途中で切れました/u })
      .waitFor();
    await page.getByRole('listitem').filter({ hasText: '終わった記録がありません' }).waitFor();
    await page.getByText('新しいものから2件を示しています。').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-41: a backup is made under a passphrase typed twice alike, by somebody who proves who they are',
  async () => {
    const seen = await at({ ...upkeep, lastBackup: null });
    const { page } = seen;
    await page.getByText('まだバックアップがありません', { exact: true }).waitFor();
    const sent: string[] = [];
    await page.route('**/api/v1/backups', async (route) => {
      sent.push(route.request().postData() ?? '');
      const json = { code: 'reauthentication-needed', message: '本人の確認', requestId: 'r-1' };
      if (sent.length === 1) return route.fulfill({ status: 403, json });
      return route.fulfill({ body: Buffer.alloc(2048), contentType: 'application/octet-stream' });
    });
    const make = page.getByRole('button', { name: 'バックアップを取る' });
    await page.getByLabel(/^バックアップのパスフレーズ/).fill('短い');
    await make.click();
    await page.getByText('12文字以上にしてください。', { exact: true }).waitFor();
    await page.getByLabel(/^バックアップのパスフレーズ/).fill(passphrase);
    await page.getByLabel(/^パスフレーズ（もう一度）/).fill(`${passphrase}。`);
    await make.click();
    await page.getByText('二度の入力が違います。').waitFor();
    expect([sent, await violations(page)]).toEqual([[], []]);
    await page.getByLabel(/^パスフレーズ（もう一度）/).fill(passphrase);
    await make.click();
    const proof = page.getByRole('dialog', { name: '本人の確認' });
    await answerWith(page, '**/api/v1/session/reauthenticate', { status: 204, json: undefined });
    await proof.getByLabel(/^パスワード/).fill('correct horse');
    await proof.getByLabel(/番号/).fill('123456');
    await proof.getByRole('button').last().click();
    await page.getByText('大きさは 2.0 KB です。').waitFor();
    const saved = page.getByRole('link', { name: 'ファイルを保存する' });
    expect(await saved.getAttribute('download')).toMatch(/^kanribo-\d{4}-\d\d-\d\d\.age$/u);
    expect(await page.getByLabel(/^バックアップのパスフレーズ/).inputValue()).toBe('');
    expect(sent[1]).toBe(JSON.stringify({ passphrase }));
    await page.getByText('まだこの画面の中にしかありません').waitFor();
    const leave = page.getByRole('link', { name: '戻し方を見る（印刷できます）' });
    await leave.click();
    const asked = page.getByRole('dialog', {
      name: 'バックアップのファイルをまだ保存していません',
    });
    await asked.getByRole('button', { name: '画面に残る' }).click();
    const download = page.waitForEvent('download');
    await saved.click();
    await download;
    await page.getByText('まだこの画面の中にしかありません').waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await leave.click();
    await page.getByRole('heading', { level: 1, name: 'バックアップからの戻し方' }).waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'WEB-41: an answer that fails is said, and how to restore can be printed',
  async () => {
    const seen = await at(upkeep, '/administration/restore');
    const { page, url } = seen;
    await page.getByRole('heading', { level: 1, name: 'バックアップからの戻し方' }).waitFor();
    await page.getByText('kanribo restore kanribo-2026-11-23.age').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('button', { name: '印刷する' }).waitFor({ state: 'hidden' });
    await page.getByText('kanribo restore kanribo-2026-11-23.age').waitFor();
    await page.emulateMedia({ media: 'screen' });
    const failure = { code: 'unexpected', message: '問題が起きました。', requestId: 'r-1' };
    await answerWith(page, '**/api/v1/upkeep', { status: 500, json: failure });
    await page.goto(`${url}/administration`);
    await page.getByText('要求番号：r-1').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
  },
);
