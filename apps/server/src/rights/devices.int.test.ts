import type { FastifyInstance } from 'fastify';
import { apiRoot } from '@kanribo/api';
import { Accounts } from '@kanribo/application';
import { toyPasskeyAnswer } from '@kanribo/application/testing';
import { isJsonObject } from '@kanribo/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { Browser } from '../testing/browser.ts';
import { type TestParts, openTestParts, password } from '../testing/running.ts';

const relyingParty = { host: 'localhost', origin: 'http://localhost', name: '管理簿' };
const quarter = 15 * 60_000;

let opened: TestParts;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openTestParts({ accounts: 'stored' });
  const accounts = new Accounts({ ...opened.accountsParts, relyingParty });
  app = await buildApp({ ...opened.parts, accounts }, { host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app?.close();
  await opened?.close();
});

/** Somebody adds a passkey of the machine they sit at. */
async function addPasskey(browser: Browser): Promise<void> {
  const options = (await browser.send('POST', `${apiRoot}/account/passkeys/options`)).json();
  if (!isJsonObject(options)) throw new Error('no options');
  const credential = { ...toyPasskeyAnswer(options, 'window'), platform: true };
  const added = await browser.send('POST', `${apiRoot}/account/passkeys`, {
    label: '窓口',
    credential,
    endOthers: false,
  });
  expect(added.status).toBe(204);
}

/** Signs in by password and that passkey. */
async function byPasskey(): Promise<Browser> {
  const browser = await Browser.pending(app, 'worker');
  const options = (await browser.send('POST', `${apiRoot}/session/passkey/options`)).json();
  if (!isJsonObject(options)) throw new Error('no options');
  const credential = toyPasskeyAnswer(options, 'window');
  await browser.send('POST', `${apiRoot}/session/passkey`, { credential });
  return browser;
}

interface Owned {
  readonly account: string;
  readonly passkey: string;
}

async function ownPasskey(browser: Browser): Promise<Owned> {
  const { text: session } = await browser.get(`${apiRoot}/session`);
  const account = /"account":"([^"]+)"/u.exec(session)?.[1] ?? '';
  const { text } = await browser.get(`${apiRoot}/account`);
  return { account, passkey: /"id":"([^"]+)","kind":"passkey"/u.exec(text)?.[1] ?? '' };
}

test('ACC-48, SRV-28: a device is registered shortly after a proof only, and ended by its owner', async () => {
  const worker = await Browser.signedIn(app, opened, 'worker');
  await addPasskey(worker);
  const { account, passkey } = await ownPasskey(worker);
  const body = { passkey, title: '窓口の端末1' };
  const url = `${apiRoot}/accounts/${account}/devices`;
  const admin = await Browser.signedIn(app, opened, 'administrator');
  opened.clock.advance(quarter + 1_000);
  const late = await admin.send('POST', url, body);
  expect(late.json()).toMatchObject({ code: 'reauthentication-needed' });
  const code = opened.code('administrator');
  await admin.send('POST', `${apiRoot}/session/reauthenticate`, { password, code });
  expect((await admin.send('POST', url, body)).status).toBe(204);
  const again = await admin.send('POST', url, body);
  expect([again.status, again.json()]).toMatchObject([422, { detail: 'device-registered' }]);
  const seated = await byPasskey();
  expect((await seated.get(`${apiRoot}/account/sessions`)).json()).toMatchObject({
    sessions: [{ isThis: true, device: '窓口の端末1' }, { device: null }],
  });
  expect((await admin.get(`${apiRoot}/accounts`)).text).toContain('"title":"窓口の端末1"');
  const manager = await Browser.signedIn(app, opened, 'manager');
  expect((await manager.get(`${apiRoot}/accounts`)).text).not.toContain('窓口');
  expect((await manager.send('DELETE', `${url}/${passkey}`)).status).toBe(403);
  expect((await seated.send('DELETE', `${url}/${passkey}`)).status).toBe(204);
  expect((await seated.get(`${apiRoot}/account/sessions`)).text).not.toContain('窓口');
});
