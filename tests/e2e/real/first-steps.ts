import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const year = new Date().getFullYear();

/** What a newcomer types of the contract, by the labels on the screen. */
export const facts: readonly (readonly [RegExp, string])[] = [
  [/^契約件名/u, '住民税課税資料データ入力業務委託'],
  [/^委託者（甲）/u, 'みなと野区'],
  [/^宛名/u, 'みなと野区長'],
  [/^受託者（乙）/u, 'みどり情報処理株式会社'],
  [/^受託者の所在地/u, '東京都みなと野区緑町一丁目2番3号'],
  [/^受託者の代表者/u, '代表取締役 髙橋 由紀子'],
  [/^委託者との確認の記録/u, '打合せ記録第1号'],
  [/^「速やかに」/u, '7'],
  [/^管理簿への記録/u, '1'],
  [/^契約開始日/u, `${year - 1}-04-01`],
  [/^契約終了日/u, `${year + 1}-03-31`],
  [/^取扱開始日/u, `${year - 1}-04-01`],
];

/** Who takes part, and whether as a worker of the contract (従事者). */
export const people = [
  ['髙橋 由紀子', 'いいえ'],
  ['吉田 健一', 'いいえ'],
  ['鈴木 正人', 'はい'],
  ['中村 花子', 'はい'],
] as const;

/** The filings that are handed in first, as they are called. */
export const firstFilings = [
  '検証鍵の届出',
  '総括責任者設置届',
  '監査責任者選任届',
  '管理責任者選任届',
  '事務取扱担当者名簿',
] as const;

/** Registers one person, and goes on to the next. */
export async function addPerson(page: Page, name: string, isWorker: string): Promise<void> {
  await page.getByLabel('氏名').fill(name);
  await page.getByLabel(/^所属/u).fill('業務課');
  await page.getByRole('radio', { name: '受託者（乙）' }).check();
  await page
    .getByRole('group', { name: /受託業務の従事者/u })
    .getByLabel(isWorker)
    .check();
  await page.getByRole('button', { name: '記録して次の1件を入力する' }).click();
  await page.getByText(`${name}を登録しました。続けて登録できます。`).waitFor();
}

/** Fills in the form of an appointment from today on, up to its button. */
export async function fillAppointment(page: Page, office: string, person: string): Promise<void> {
  await page.getByRole('radio', { name: office }).check();
  const who = page.getByRole('combobox', { name: /^氏名/u });
  const option = who.locator('option', { hasText: person });
  await option.waitFor({ state: 'attached' });
  await who.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByRole('textbox', { name: /開始日/u }).fill(today());
  if (office !== '事務取扱担当者') return;
  await page.getByRole('textbox', { name: /終了/u }).fill(`${year + 1}-03-31`);
  await page.getByRole('radio', { name: '範囲を分けない' }).check();
  await page.getByLabel('範囲、または分けない理由').fill('全員が同じ資料を扱うため');
}

/** Appoints somebody from today on. */
export async function appoint(page: Page, office: string, person: string): Promise<void> {
  await fillAppointment(page, office, person);
  await page.getByRole('button', { name: /を記録する$/u }).click();
  await page.getByRole('row', { name: new RegExp(`${office}.*${person}`, 'u') }).waitFor();
}

/** Invites a person of the one contract; answers the link that is shown for them. */
export async function invite(page: Page, name: string, signInId: string): Promise<string> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: '招待する' }) });
  await form.getByLabel('氏名').fill(name);
  await form.getByLabel('ID').fill(signInId);
  await form.getByLabel('関わる契約').selectOption({ index: 1 });
  const as = form.getByLabel(/^その契約での立場/u);
  const option = as.locator('option', { hasText: name });
  await option.waitFor({ state: 'attached' });
  await as.selectOption((await option.getAttribute('value')) ?? '');
  await form.getByRole('button', { name: '招待する' }).click();
  const shown = page.getByRole('status').filter({ hasText: `${name}さんの招待のリンク` });
  return shown.getByText(/\/invitation#/u).innerText();
}

/** Prints an opened filing; answers the paper as it is saved (Alt and a click). */
export async function print(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: '印刷する' }).click();
  const link = page.getByRole('link', { name: '書面を開く' });
  const saved = page.waitForEvent('download');
  await link.click({ modifiers: ['Alt'] });
  return readFile(await (await saved).path());
}

/** Hands an opened, printed filing in and has it received against a stamp. */
export async function deliver(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提出', exact: true }).click();
  await page.getByRole('radio', { name: '持参' }).check();
  await page.getByRole('button', { name: '提出を記録する' }).click();
  await page.getByRole('button', { name: '受領の確認', exact: true }).click();
  await page.getByLabel('受領者（委託者）').fill('税務課 山田 区子');
  await page.getByRole('radio', { name: '受付印のある控え' }).check();
  await page.getByRole('button', { name: '受領の確認を記録する' }).click();
  await page.getByText('手続きは終わっています。').waitFor();
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
}
