import type { FastifyInstance } from 'fastify';
import { apiRoot } from '@kanribo/api';
import { parseContractId } from '@kanribo/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { Browser } from '../testing/browser.ts';
import { logged } from '../testing/logged.ts';
import { freshId } from '../testing/sample-contract.ts';
import { type TestParts, openTestParts } from '../testing/running.ts';

let opened: TestParts;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openTestParts();
  opened.clock.advance(24 * 60 * 60_000);
  app = await buildApp(opened.parts, { host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app?.close();
  await opened?.close();
});

const alpha = `${apiRoot}/contracts/alpha`;

/** What the contract's access log holds, one entry a line. */
async function accessLog(): Promise<readonly string[]> {
  const contract = parseContractId('alpha');
  if (!contract.ok) throw new Error('alpha');
  const key = { contractId: contract.value, log: 'access' } as const;
  return logged(opened.parts, key);
}

test('SRV-70: after the last day an auditor is told by which duty, and whom to ask', async () => {
  const past = await Browser.signedIn(app, opened, 'auditor-past');
  for (const path of ['', '/duty-map', '/bundle']) {
    const answer = await past.get(`${alpha}${path}`);
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({
      code: 'not-allowed',
      detail: 'audit-over',
      duty: 'access-limit',
    });
    expect(answer.text).toMatch(/"clause":"\d/u);
    expect(answer.text).toMatch(/監査の期間（令和.+まで）は終わりました/u);
    expect(answer.text).toMatch(/"wayOut":\[".+総括責任者かシステム管理者/u);
  }
  expect((await past.get(`${apiRoot}/contracts`)).json()).toEqual({
    contracts: [{ id: 'alpha', title: '', roles: ['external-auditor'] }],
  });
  expect((await past.get(`${apiRoot}/contracts/beta`)).status).toBe(404);
});

test('SRV-70: an auditor records nothing, takes nothing away, and is told so', async () => {
  const auditor = await Browser.signedIn(app, opened, 'auditor');
  const head = await auditor.get(alpha);
  expect(head.json()).toMatchObject({ roles: ['external-auditor'], title: '見本業務委託' });
  expect(head.text).toMatch(/"auditUntil":"\d{4}-\d\d-\d\d"/u);
  const order = { declaration: 'place', step: 'recorded', case: null, values: {} };
  const answers = [
    await auditor.send('POST', `${alpha}/commands`, order),
    await auditor.send('POST', `${alpha}/checkpoint`),
    await auditor.get(`${alpha}/bundle`),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ detail: 'audit-looks-only', duty: 'access-limit' });
  }
});

test('SRV-71: an auditor sees no names of people and no texts, and every look is entered', async () => {
  const auditor = await Browser.signedIn(app, opened, 'auditor');
  const manager = await Browser.signedIn(app, opened, 'manager');
  const before = (await accessLog()).length;
  const paths = ['/registers/person', '/registers/thing', '/cases/thing-1', '/cases/person-3'];
  paths.push('/whereabouts', '/entries', '/entries/5', '/subcontracts', '/client-words');
  for (const path of paths) {
    const shown = await auditor.get(`${alpha}${path}`);
    expect([path, shown.status]).toEqual([path, 200]);
    expect(shown.text).not.toMatch(/見本 .郎|課税資料|業務課/u);
  }
  expect((await manager.get(`${alpha}/cases/person-3`)).text).toContain('見本 三郎');
  const looks = (await accessLog()).slice(before).filter((line) => /"account-12"/u.test(line));
  expect(looks.length).toBeGreaterThanOrEqual(paths.length);
});

test('SRV-98: an appointment is called by its office and who holds it; to an auditor by number', async () => {
  const [auditor, manager] = await Promise.all(
    ['auditor', 'manager'].map((who) => Browser.signedIn(app, opened, who)),
  );
  const occurredAt = opened.parts.clock.now();
  const values = {
    firm: '見本 九郎印刷',
    firmRepresentative: '見本 九郎',
    firmAddress: '東京都みなと野区',
    work: '印刷',
    data: '課税資料',
    from: '2026-04-01',
    until: '2027-03-31',
    supervisionDays: 90,
  };
  const order = { declaration: 'subcontract', step: 'planned', case: null };
  const planned = { ...order, occurredAt, values, falseAlarms: [] };
  const done = await manager?.send('POST', `${alpha}/commands`, planned, {
    'idempotency-key': freshId(),
  });
  expect(done?.status, done?.text).toBe(200);
  const shown = (await manager?.get(`${alpha}/entries`))?.json();
  expect(shown).toMatchObject({
    names: { 'manager-1': '管理責任者の選任（見本 三郎）', 'subcontract-1': values.firm },
  });
  const withheld = (await auditor?.get(`${alpha}/entries`))?.json();
  expect(withheld).toMatchObject({
    names: { 'manager-1': '管理責任者の選任（関係者 3）', 'subcontract-1': '再委託先 1' },
  });
});

test('SRV-72: who chooses a person for an account sees the names of those they may choose alone', async () => {
  const url = `${apiRoot}/people-to-bind?contract=alpha`;
  const administrator = await Browser.signedIn(app, opened, 'administrator');
  const before = (await accessLog()).length;
  const all = (await administrator.get(url)).json();
  expect(all).toMatchObject({ mayLetAudit: true, title: '見本業務委託' });
  expect(JSON.stringify(all)).toContain('見本 三郎');
  expect(JSON.stringify(all)).not.toContain('person-7');
  const looks = (await accessLog()).slice(before).join('\n');
  expect(looks).toContain('"people"');
  const manager = await Browser.signedIn(app, opened, 'manager');
  const shown = (await manager.get(url)).text;
  expect(shown).toContain('"mayLetAudit":false');
  expect(shown).toContain('person-4');
  expect(shown).not.toMatch(/person-[1235]"/u);
  const [others, none] = await Promise.all(
    ['beta', 'nothing'].map((id) => manager.get(`${apiRoot}/people-to-bind?contract=${id}`)),
  );
  expect([others?.status, none?.status]).toEqual([404, 404]);
});
