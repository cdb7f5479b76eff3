import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as faked from './faked-answers.ts';
import { signInSituations } from './sign-in-situations.ts';
import { type Situation, api, changed, failing, press, told } from './situation.ts';

const administration = '/administration';
const life = '/contracts/sample-1';

const ownAndAll: readonly Situation[] = [
  {
    name: 'contracts-none',
    path: '/contracts',
    prepare: told(`${api}/contracts`, { contracts: [] }),
  },
  {
    name: 'account-proof',
    path: '/account',
    prepare: failing(`${api}/account/recovery-codes`, faked.problem('reauthentication-needed')),
    reach: (page) => press(page, '回復コードを作り直す'),
  },
  { name: 'account-passkey', path: '/account', reach: (page) => press(page, 'パスキーを登録する') },
  {
    name: 'account-authenticator',
    path: '/account',
    reach: (page) => press(page, '認証アプリを取り替える'),
  },
  {
    name: 'administration-accounts',
    path: administration,
    prepare: told(`${api}/accounts`, { accounts: faked.accounts }),
  },
  {
    name: 'administration-one-account',
    path: administration,
    prepare: told(`${api}/accounts`, { accounts: faked.accounts }),
    reach: (page) => press(page, /中村 花子/u),
  },
  {
    name: 'administration-worry',
    path: administration,
    prepare: async (page) => {
      await told(`${api}/upkeep`, faked.worryingUpkeep)(page);
      await told(`${api}/connection`, faked.connection)(page);
    },
  },
  { name: 'administration-invite', path: administration, reach: (page) => press(page, '招待する') },
];

const shell: readonly Situation[] = [
  { name: 'shell-news', path: life, prepare: changed(`${api}/account`, { news: faked.news }) },
  {
    name: 'shell-read-only',
    path: life,
    prepare: changed(/\/api\/v1\/contracts\/[\w-]+$/u, { readOnly: true }),
  },
  {
    name: 'shell-session-ended',
    path: `${life}/duty-map`,
    prepare: failing(`${api}/contracts/**`, faked.problem('signed-out')),
  },
  {
    name: 'shell-unreachable',
    path: `${life}/duty-map`,
    prepare: async (page) => {
      await page.route(`${api}/contracts/**`, (route) => route.abort());
    },
  },
  {
    name: 'shell-not-loaded',
    path: '/contracts',
    reach: async (page) => {
      // The page is loaded anew once by itself; only what it has not come to so far is missing.
      const had = await page.evaluate(() => performance.getEntries().map(({ name }) => name));
      await page.route('**/*.js', (route) =>
        had.includes(route.request().url()) ? route.fallback() : route.abort(),
      );
      await page.getByRole('link', { name: '見本 太郎' }).click();
      await page.getByRole('heading', { name: '画面を表示できませんでした' }).waitFor();
    },
  },
  {
    name: 'shell-leaving',
    path: `${life}/registers/near-miss/new/noticed`,
    reach: async (page) => {
      await page.getByRole('textbox').last().fill('11:00');
      await page.getByRole('textbox').first().fill('見本');
      await page.getByRole('link', { name: '義務マップ' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'today-everything',
    path: life,
    prepare: changed(`${api}/contracts/*/today`, { tasks: faked.tasks }),
  },
];

const annex = join(import.meta.dirname, '..', '..', '..', 'samples', 'annex.txt');

const setUp: readonly Situation[] = [
  {
    name: 'set-up-facts-problems',
    path: '/contracts/bare/set-up?step=facts',
    reach: (page) => press(page, '登録する'),
  },
  {
    name: 'set-up-annex-findings',
    path: '/contracts/bare/set-up?step=annex',
    reach: async (page) => {
      // Articles of another municipality: some are lacking, some stand elsewhere.
      const text = (await readFile(annex, 'utf8')).replace(/^第7条[\s\S]*?^第9条/mu, '第7条');
      await page.getByLabel('特記事項の本文').fill(text);
      await press(page, '読み取る');
      await page.getByRole('heading', { name: '読み取りの結果' }).waitFor();
    },
  },
  {
    name: 'set-up-offices-chosen',
    path: `${life}/set-up?step=offices`,
    reach: (page) => page.getByRole('radio', { name: '総括責任者' }).check(),
  },
];

const forms: readonly Situation[] = [
  {
    name: 'word-form-unfit',
    path: `${life}/filings/forms/manager-filing`,
    prepare: async (page) => {
      await page.route(`${api}/contracts/*/word-forms/*/files`, (route) =>
        route.request().method() === 'GET'
          ? route.fallback()
          : route.fulfill({ json: faked.unfitForm }),
      );
    },
    reach: async (page) => {
      const file = { name: '様式.docx', mimeType: '', buffer: Buffer.from('form') };
      await page.getByLabel('様式のファイル', { exact: true }).setInputFiles(file);
      await page.getByText('届出にない項目').waitFor();
    },
  },
];

/** Every situation that has its picture taken. */
export const situations: readonly Situation[] = [
  ...signInSituations,
  ...ownAndAll,
  ...shell,
  ...setUp,
  ...forms,
];
