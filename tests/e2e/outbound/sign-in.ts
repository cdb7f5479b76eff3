import { createHmac } from 'node:crypto';
import type { Page, Response } from 'playwright-core';

/** What somebody of a test signs in with. */
export interface SignsIn {
  readonly signInId: string;
  readonly password: string;
}

/** The first administrator. */
const first: SignsIn = { signInId: 'first.one', password: 'みどりの電車が7時に着く' };

/** Makes the first administrator by the set-up link; answers the secret of the authenticator app. */
export async function setUp(page: Page, link: string): Promise<Uint8Array> {
  await page.goto(link);
  // Under TLS the connection is looked at first.
  if (link.startsWith('https:')) await page.getByRole('button', { name: '次へ' }).click();
  await page.getByLabel('ID').fill(first.signInId);
  await page.getByLabel('氏名').fill('見本 太郎');
  const accepted = page.waitForResponse('**/api/v1/set-up');
  return enrol(page, first.password, accepted);
}

/** Accepts an invitation; answers the secret of the authenticator app. */
export async function accept(page: Page, link: string, password: string): Promise<Uint8Array> {
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: '利用の開始' }).waitFor();
  const accepted = page.waitForResponse('**/api/v1/invitation');
  return enrol(page, password, accepted);
}

async function enrol(
  page: Page,
  password: string,
  accepted: Promise<Response>,
): Promise<Uint8Array> {
  await page.getByLabel('パスワード').first().fill(password);
  await page.getByLabel('パスワード（確認）').fill(password);
  await page.keyboard.press('Enter');
  const secret = secretIn(await (await accepted).json());
  await page.getByLabel('認証アプリに表示された番号').fill(codeOf(secret, 0));
  await page.keyboard.press('Enter');
  await page.getByLabel('回復コードを保管しました').check();
  await page.getByRole('button', { name: 'サインインして利用を始める' }).click();
  return secret;
}

/** Signs in with password and a code; the next one, since the set-up has used that of now. */
export async function signIn(
  page: Page,
  origin: string,
  secret: Uint8Array,
  { signInId, password }: SignsIn = first,
): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('ID').fill(signInId);
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByLabel('認証アプリの番号').last().fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'サインインする' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** The secret in the answer that shows it to an authenticator app. */
export function secretIn(answer: unknown): Uint8Array {
  const held = typeof answer === 'object' && answer !== null && 'secret' in answer;
  if (!held || typeof answer.secret !== 'string') throw new Error(JSON.stringify(answer));
  return secretOf(answer.secret);
}

/** The bytes of a secret as people type it into their authenticator app (base32). */
export function secretOf(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(text.replaceAll(/\s/gu, ''), (letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Uint8Array.from(bits.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** The code of a step so many after now (RFC 6238, SHA-1, six digits). */
export function codeOf(secret: Uint8Array, after: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + after));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = mac.readUInt8(19) & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
