import type { Page } from 'playwright-core';

const contract = '/api/v1/contracts/office';

/** Sends as the pages do, out of one of them. */
async function send(page: Page, path: string, body: unknown): Promise<unknown> {
  const sent = { path, body: JSON.stringify(body) };
  return page.evaluate(async (order) => {
    const id = [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    const answer = await fetch(order.path, {
      method: 'POST',
      headers: { 'x-kanribo': '1', 'content-type': 'application/json', 'idempotency-key': id },
      body: order.body,
    });
    if (!answer.ok) throw new Error(`${order.path}: ${await answer.text()}`);
    const type = answer.headers.get('content-type') ?? '';
    const isJson = type.startsWith('application/json');
    const body: unknown = isJson ? await answer.json() : (await answer.arrayBuffer()).byteLength;
    return body;
  }, sent);
}

async function keepText(page: Page, text: string): Promise<string> {
  const answer = await page.evaluate(
    async (sent) => {
      const form = new FormData();
      form.append('file', new Blob([sent.text]), 'annex.txt');
      const headers = { 'x-kanribo': '1' };
      const kept = await fetch(sent.path, { method: 'POST', headers, body: form });
      return kept.text();
    },
    { path: `${contract}/evidence`, text },
  );
  return /"digest":"([0-9a-f]{64})"/u.exec(answer)?.[1] ?? '';
}

/** A contract with its annex, somebody on record and a place, recorded by the first to set up. */
export async function prepareContract(page: Page): Promise<void> {
  await send(page, '/api/v1/contracts', { id: 'office' });
  const self = { contract: 'office', person: 'set-up' };
  await send(page, '/api/v1/accounts/account-1/bind', self);
  const act = (declaration: string, step: string, values: unknown) => {
    const occurredAt = new Date().toISOString();
    return send(page, `${contract}/commands`, {
      declaration,
      step,
      case: null,
      occurredAt,
      values,
    });
  };
  await act('contract', 'set-up', facts);
  const text = `sha256:${await keepText(page, '第1条 見本')}`;
  await act('annex', 'adopted', { text, profile: 'special-provisions@1', from: facts.startsOn });
  const person = { affiliation: '業務課', party: 'contractor', isWorker: true };
  await act('person', 'recorded', { name: '見本 一郎', ...person });
  await act('place', 'recorded', { name: '作業室A', kind: 'handling-area' });
}

/** Prints the map of duties; how many bytes the paper has. */
export async function printPaper(page: Page): Promise<number> {
  const bytes = await send(page, `${contract}/papers/duty-map`, {});
  if (typeof bytes !== 'number' || bytes < 1_000) throw new Error(`no paper: ${String(bytes)}`);
  return bytes;
}

const year = new Date().getFullYear();
const facts = {
  title: '見本業務委託',
  client: 'みなと野区',
  clientAddressee: 'みなと野区長',
  contractor: 'みどり情報処理株式会社',
  contractorAddress: '東京都みなと野区緑町一丁目',
  contractorRepresentative: '代表取締役 髙橋 由紀子',
  clientReference: '打合せ記録による',
  handlesAffairs: false,
  usesExternalServices: false,
  providesExternalServices: false,
  severalDepartments: false,
  worksAtClientPremises: false,
  promptDays: 7,
  recordWithinDays: 1,
  startsOn: `${year - 1}-04-01`,
  endsOn: `${year + 1}-03-31`,
  handlingFrom: `${year - 1}-04-01`,
} as const;
