import type { FastifyInstance } from 'fastify';
import { type RouteName, apiRoot, routes } from '@kanribo/api';
import { addDays, dayOf, isJsonObject } from '@kanribo/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { Browser } from '../testing/browser.ts';
import { type TestParts, openTestParts, password } from '../testing/running.ts';
import { freshId } from '../testing/sample-contract.ts';
import { type SenderName, openRoutes, rightsTable, senders } from './rights-table.ts';

let opened: TestParts;
let app: FastifyInstance;
const live: string[] = [];

beforeAll(async () => {
  opened = await openTestParts();
  // The last day of one of the auditors goes by.
  opened.clock.advance(24 * 60 * 60_000);
  const settings = { host: '127.0.0.1', port: 0 };
  app = await buildApp(opened.parts, settings, ({ method, url }) => {
    for (const one of [method].flat()) live.push(`${one} ${url}`);
  });
});

afterAll(async () => {
  await app?.close();
  await opened?.close();
});

async function browserOf(sender: SenderName): Promise<Browser> {
  if (sender === 'signed-out') return new Browser(app);
  if (sender === 'pending') return Browser.pending(app, 'manager');
  return Browser.signedIn(app, opened, sender);
}

const order = () => ({
  declaration: 'place',
  step: 'recorded',
  case: null,
  occurredAt: opened.parts.clock.now(),
  values: { name: '作業室', kind: 'handling-area' },
});

const rows = () => {
  const { declaration, step, occurredAt, values } = order();
  const file = { name: '一覧.csv', sheet: null, digest: 'd'.repeat(64) };
  const row = { row: 2, steps: [{ step, occurredAt, values }], isTakenKnowingly: true };
  return { declaration, file, rows: [row] };
};

const link = 'a-token-that-begins-nothing';
const target = { contract: 'alpha', person: 'person-8' };
const guest = { contract: 'alpha', person: 'person-9' };
const invitation = { displayName: '見本', isAdministrator: false, bindings: [guest] };

/** What stands in the path, and a sound body where one is needed. */
const params: Readonly<Record<string, string>> = {
  contract: 'alpha',
  declaration: 'place',
  case: 'place-1',
  sequence: '0',
  kind: 'duty-map',
  filing: 'manager-filing',
  passkey: 'none',
  certificate: 'ab'.repeat(32),
};
const ids: Readonly<Record<string, string>> = {
  revokeSession: 'none',
  removeFactor: 'none',
  allowAudit: 'account-14',
  endAudit: 'account-14',
};
const queries: Readonly<Record<string, string>> = { peopleToBind: '?contract=alpha' };
const long = 'なぎさの自転車が3台ある';
const bodies: Readonly<Record<string, (sender: SenderName) => unknown>> = {
  signIn: () => ({ signInId: 'manager', password }),
  confirmTotp: () => ({ code: opened.code('manager') }),
  confirmPasskey: () => ({ credential: {} }),
  useRecoveryCode: () => ({ code: 'aaaa-bbbb' }),
  reauthenticate: (sender) => ({ password, code: opened.code(sender) }),
  setUpLink: () => ({ token: link }),
  acceptSetUp: () => ({ token: link, signInId: 'someone', displayName: '見本', password: long }),
  invitation: () => ({ token: link }),
  acceptInvitation: () => ({ token: link, password: long }),
  confirmEnrolment: () => ({ token: link, code: '000000' }),
  enrolPasskey: () => ({ token: link }),
  confirmEnrolmentPasskey: () => ({ token: link, label: '端末', credential: {} }),
  acknowledgeNews: () => ({ upTo: 0 }),
  changePassword: () => ({ current: password, next: password }),
  addPasskey: () => ({ label: '端末', credential: {} }),
  addTotp: () => ({ factor: 'none', code: '000000' }),
  invite: (sender) => ({ signInId: `by-${sender}`, ...invitation }),
  bindAccount: () => target,
  unbindAccount: () => target,
  makeBackup: () => ({ passphrase: long }),
  allowAudit: () => ({ contract: 'alpha', until: addDays(dayOf(opened.parts.clock.now()), 30) }),
  registerDevice: () => ({ passkey: 'none', title: '窓口1' }),
  registerCertificate: () => ({ certificate: 'ab'.repeat(32), title: '窓口1' }),
  endAudit: () => ({ contract: 'alpha' }),
  openContract: () => ({ id: 'gamma' }),
  execute: order,
  tryOut: order,
  previewImport: rows,
  importRows: rows,
  printPaper: () => ({}),
  fillWordForm: () => ({ case: 'manager-filing-1' }),
  readAnnex: () => ({ text: '第1条 乙は、秘密を守る。' }),
};

function pathOf(name: string, path: string, digest: string): string {
  return path.replaceAll(/:([a-z]+)/gu, (_, key: string) => {
    if (key === 'digest') return digest;
    return params[key] ?? ids[name] ?? 'account-9';
  });
}

const upload = (content: string) =>
  `--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${content}\r\n--b--\r\n`;

/** Routes that take a file; one that is no Word document does not fit. */
const uploads: Readonly<Record<string, string>> = {
  keepEvidence: upload('scan'),
  keepWordForm: upload('no form'),
};

async function ask(name: RouteName, sender: SenderName, digest: string): Promise<number> {
  const { method, path } = routes[name];
  const browser = await browserOf(sender);
  const url = `${apiRoot}${pathOf(name, path, digest)}${queries[name] ?? ''}`;
  const file = uploads[name];
  const headers = file
    ? { 'content-type': 'multipart/form-data; boundary=b' }
    : { ...((name === 'execute' || name === 'importRows') && { 'idempotency-key': freshId() }) };
  const { status } = await browser.send(method, url, file ?? bodies[name]?.(sender), headers);
  return status;
}

const names = Object.keys(routes).filter((name): name is RouteName => Object.hasOwn(routes, name));

async function annexDigest(): Promise<string> {
  const manager = await Browser.signedIn(app, opened, 'manager');
  const found = (await manager.get(`${apiRoot}/contracts/alpha/cases/annex-1`)).json();
  const text = isJsonObject(found) ? JSON.stringify(found['case']) : '';
  return /sha256:([0-9a-f]{64})/u.exec(text)?.[1] ?? '';
}

test('SRV-19: every live route stands in the table of rights, and nothing else is there', () => {
  const told = names
    .filter((name) => Object.hasOwn(rightsTable, name))
    .map((name) => `${routes[name].method} ${apiRoot}${routes[name].path}`);
  expect(live.filter((one) => one.includes('/api/')).sort()).toEqual(
    [...told, ...openRoutes].sort(),
  );
});

test(
  'SRV-19: every route answers everybody as the table of rights says',
  { timeout: 300_000 },
  async () => {
    const digest = await annexDigest();
    const found: Record<string, string> = {};
    for (const name of names) {
      const row: number[] = [];
      for (const sender of senders) row.push(await ask(name, sender, digest));
      found[name] = row.join(' ');
    }
    expect(found).toEqual(rightsTable);
  },
);

test('SRV-20: a contract of others answers as one that is not there', async () => {
  const manager = await Browser.signedIn(app, opened, 'manager');
  const answers = ['beta', 'nothing'].map(async (contract) => {
    const answer = await manager.get(`${apiRoot}/contracts/${contract}/duty-map`);
    const requestId = String(answer.headers['x-request-id']);
    const { date, 'x-request-id': id, ...headers } = answer.headers;
    const told = answer.text.replace(requestId, '');
    return { told, headers, kinds: [typeof id, typeof date, answer.status] };
  });
  const [others, none] = await Promise.all(answers);
  expect(others).toEqual(none);
  expect(others?.told).toContain('"not-found"');
});
