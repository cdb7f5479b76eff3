import type { Page } from 'playwright-core';
import { post } from '../real/signed-in.ts';

const lines = 120;
const during = ['movement', 'paper', 'system', 'area'] as const;
const happenings = [
  '窓口で別の人の封筒を渡しそうになり、宛名の読み上げで気付いた',
  '鍵の掛け忘れに退室の点検で気付いた',
  '宛先の書き誤りに、送付前の二人での確認で気付き、書き直した',
  '印刷物を複合機に置いたまま席を離れた',
] as const;

/** A register as it is after some months: many lines, late ones, and two entered by mistake. */
export async function enterManyLines(page: Page, contract: string): Promise<void> {
  const rows = Array.from({ length: lines }, (_, index) => {
    const day = new Date(Date.UTC(2026, 5, 1 + index));
    const values = {
      what: happenings[index % happenings.length],
      during: during[index % during.length],
      noticedBy: `person-${3 + (index % 3)}`,
    };
    const steps = [{ step: 'noticed', occurredAt: day.toISOString(), values }];
    return { row: index + 2, steps };
  });
  const file = { name: 'ヒヤリ・ハット一覧.xlsx', sheet: '令和8年度', digest: '5e'.repeat(32) };
  const imported = { declaration: 'near-miss', file, rows };
  await post(page, `/contracts/${contract}/imports`, imported);
  await strikeOut(page, contract, ['near-miss-118', '二重に記録したため']);
  await strikeOut(page, contract, ['near-miss-112', '別の契約で起きたことを記録していたため']);
}

async function strikeOut(
  page: Page,
  contract: string,
  [id, voidReason]: readonly [string, string],
): Promise<void> {
  const answer = await page.request.get(`/api/v1/contracts/${contract}/cases/${id}`);
  const version = Number(/"version":(\d+)/u.exec(await answer.text())?.[1]);
  const order = { declaration: 'near-miss', step: 'voided', case: id, values: { voidReason } };
  // The life that is shown goes further than the clock of today: now is when its last entry was made.
  const entries = await page.request.get(`/api/v1/contracts/${contract}/entries?limit=1`);
  const occurredAt = /"recordedAt":"([^"]+)"/u.exec(await entries.text())?.[1];
  await post(page, `/contracts/${contract}/commands`, { ...order, occurredAt }, version);
}
