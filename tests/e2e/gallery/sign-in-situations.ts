import type { Page } from 'playwright-core';
import * as faked from './faked-answers.ts';
import { type Situation, api, press, told } from './situation.ts';

const token = '#token-that-was-used-long-ago-and-is-43-long';

async function signingIn(page: Page, failed: ReturnType<typeof faked.problem>): Promise<void> {
  await page.route(`${api}/session`, (route) =>
    route.request().method() === 'POST' ? route.fulfill(failed) : route.fallback(),
  );
}

async function typeSignIn(page: Page): Promise<void> {
  await page.getByLabel('ID').fill('handler.1');
  await page.getByLabel('パスワード').fill('wrong');
  await press(page, '次へ');
  await page.getByRole('alert').waitFor();
}

const signIn = { path: '/sign-in', looker: 'nobody' } as const;
const second = { ...signIn, prepare: told(`${api}/session`, faked.pending) } as const;

const signingInOnes: readonly Situation[] = [
  {
    ...signIn,
    name: 'sign-in-wrong',
    prepare: (page) => signingIn(page, faked.problem('sign-in-refused')),
    reach: typeSignIn,
  },
  {
    ...signIn,
    name: 'sign-in-waiting',
    prepare: (page) => signingIn(page, faked.problem('try-later', { retryAfter: 90 })),
    reach: typeSignIn,
  },
  { ...signIn, name: 'sign-in-empty', reach: (page) => press(page, '次へ') },
  { ...signIn, name: 'sign-in-help', reach: (page) => page.getByText('できないとき').click() },
  {
    ...signIn,
    name: 'sign-in-clock',
    prepare: (page) => page.clock.setSystemTime(Date.now() - 420_000),
  },
  { ...second, name: 'second-factor' },
  {
    ...second,
    name: 'second-factor-passkey',
    reach: (page) => page.getByRole('radio', { name: 'パスキー' }).check(),
  },
  {
    ...second,
    name: 'second-factor-recovery',
    reach: (page) => page.getByRole('radio', { name: '回復コード' }).check(),
  },
];

const invited = {
  path: `/invitation${token}`,
  looker: 'nobody',
  prepare: async (page: Page) => {
    const link = { usable: true, signInId: 'handler.1', displayName: '見本 次郎' };
    await told(`${api}/invitation/link`, link)(page);
    await told(`${api}/invitation`, faked.enrolment)(page);
    const { recoveryCodes } = faked;
    await told(`${api}/enrolment/totp`, { recoveryCodes })(page);
  },
} as const;

async function chooseSecret(page: Page): Promise<void> {
  await page.getByLabel('パスワード').first().fill('みどりの電車が7時に着く');
  await page.getByLabel('パスワード（確認）').fill('みどりの電車が7時に着く');
  await press(page, '次へ');
  await page.getByLabel('認証アプリに表示された番号').waitFor();
}

const beginning: readonly Situation[] = [
  { ...invited, name: 'enrolment-password' },
  { ...invited, name: 'enrolment-password-short', reach: (page) => press(page, '次へ') },
  { ...invited, name: 'enrolment-authenticator', reach: chooseSecret },
  {
    ...invited,
    name: 'enrolment-codes',
    reach: async (page) => {
      await chooseSecret(page);
      await page.getByLabel('認証アプリに表示された番号').fill('123456');
      await press(page, '次へ');
      await page.getByRole('list', { name: '回復コード' }).waitFor();
    },
  },
];

/** What signing in, and beginning to use an account, come to. */
export const signInSituations: readonly Situation[] = [...signingInOnes, ...beginning];
