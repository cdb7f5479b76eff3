import type { FastifyInstance } from 'fastify';
import { Accounts } from '@kanribo/application';
import { connect as connectTo } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '../testing/at.ts';
import { Browser } from '../testing/browser.ts';
import { testTls } from '../testing/certificate.ts';
import { type TestParts, openTestParts, password } from '../testing/running.ts';
import { startServer } from '../start.ts';
import { buildApp } from './app.ts';

let opened: TestParts;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openTestParts();
  app = await buildApp(opened.parts, { host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app?.close();
  await opened?.close();
});

const grave = [
  ['POST', '/account/passkeys/options'],
  ['POST', '/account/passkeys'],
  ['POST', '/account/totp/options'],
  ['POST', '/account/totp'],
  ['DELETE', '/account/factors/none'],
  ['POST', '/account/recovery-codes'],
  ['DELETE', '/account/sessions/none'],
  ['POST', '/accounts'],
  ['POST', '/accounts/account-9/invite-again'],
  ['POST', '/accounts/account-9/resume'],
  ['POST', '/accounts/account-9/unlock'],
  ['POST', '/accounts/account-9/bind'],
  ['POST', '/accounts/account-9/unbind'],
] as const;

test('SRV-28: ways in are given and changed only shortly after a proof of who asks', async () => {
  const administrator = await Browser.signedIn(app, opened, 'administrator');
  opened.clock.advance(16 * 60_000);
  for (const [method, path] of grave) {
    const asked = await administrator.send(method, `/api/v1${path}`, {});
    expect([path, asked.status, at(asked.json(), 'code')]).toEqual([
      path,
      403,
      'reauthentication-needed',
    ]);
  }
  const before = administrator.cookie;
  const proof = { password, code: opened.code('administrator') };
  const proved = await administrator.send('POST', '/api/v1/session/reauthenticate', proof);
  expect(proved.status, proved.text).toBe(204);
  expect(administrator.cookie).not.toBe(before);
  const old = { host: 'localhost', cookie: before ?? '' };
  const former = await app.inject({ url: '/api/v1/account', headers: old });
  expect(former.statusCode).toBe(401);
  const renewed = await administrator.send('POST', '/api/v1/account/recovery-codes');
  expect(renewed.status, renewed.text).toBe(200);
});

test('SRV-28: somebody is cut off without waiting for a proof', async () => {
  const administrator = await Browser.signedIn(app, opened, 'administrator');
  opened.clock.advance(16 * 60_000);
  for (const deed of ['end-sessions', 'suspend']) {
    const done = await administrator.send('POST', `/api/v1/accounts/account-9/${deed}`);
    expect([deed, done.status]).toEqual([deed, 204]);
  }
});

test('SRV-29: signing out has the browser forget what it kept', async () => {
  const manager = await Browser.signedIn(app, opened, 'manager');
  const { headers } = await manager.send('DELETE', '/api/v1/session');
  expect(headers['clear-site-data']).toBe('"cache", "storage"');
});

test('SRV-30: a fault is one line of the log, without what stood in address and body', async () => {
  class BrokenAccounts extends Accounts {
    override async session(): Promise<never> {
      throw new Error('no session');
    }

    override async isSetUpUsable(): Promise<boolean> {
      throw new Error('first\r\n2026-01-01 forged line\u001b[2J\u2028');
    }
  }
  const accounts = new BrokenAccounts(opened.accountsParts);
  const broken = await buildApp({ ...opened.parts, accounts }, { host: '127.0.0.1', port: 0 });
  const headers = { host: 'localhost', origin: 'http://localhost', 'x-kanribo': '1' };
  const url = '/api/v1/set-up/link?also=secret';
  const payload = { token: 'secret-token-of-a-link' };
  const answer = await broken.inject({ method: 'POST', url, headers, payload });
  const cookies = { kanribo: 'secret' };
  const looked = await broken.inject({ url: '/api/v1/contracts/secret', headers, cookies });
  await broken.close();
  expect([answer.statusCode, looked.statusCode]).toEqual([500, 500]);
  const [line = '', other, ...more] = opened.logged;
  expect(more).toEqual([]);
  expect(`${line}${other}`).not.toMatch(/secret|[\p{Cc}\u2028\u2029]/u);
  expect(line).toContain('POST /api/v1/set-up/link');
  expect(other).toContain('GET /api/v1/contracts/:contract');
  expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f]{16} /u);
});

async function handshake(port: number, options: ConnectionOptions): Promise<string> {
  const settings = { ca: testTls.certificate, servername: 'localhost' };
  const socket = connect({ host: '127.0.0.1', port, ...settings, ...options });
  return new Promise((resolve) => {
    socket.on('error', () => resolve('refused'));
    socket.on('secureConnect', () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
      socket.destroy();
    });
  });
}

test('SRV-31: only TLS with forward secrecy and authenticated encryption is spoken', async () => {
  const started = await startServer(opened.parts, { host: '127.0.0.1', port: 0, tls: testTls });
  if (!started.ok) throw new Error(started.error.sentence);
  const port = Number(new URL(started.value.origin).port);
  const old = { maxVersion: 'TLSv1.2' } as const;
  expect(await handshake(port, {})).toBe('TLSv1.3 TLS_AES_256_GCM_SHA384');
  expect(await handshake(port, old)).toBe('TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384');
  for (const ciphers of ['ECDHE-ECDSA-AES256-SHA384', 'ECDHE-ECDSA-AES128-SHA']) {
    expect(await handshake(port, { ...old, ciphers })).toBe('refused');
  }
  const tooOld = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' } as const;
  expect(await handshake(port, tooOld)).toBe('refused');
  await started.value.close();
});

test('SRV-16: with TLS every answer asks for TLS for two years, for every host below too', async () => {
  const secure = await buildApp(opened.parts, { host: '127.0.0.1', port: 0, tls: testTls });
  for (const url of ['/', '/api/v1/session', '/api/v1/nothing']) {
    const { headers } = await secure.inject({ url, headers: { host: 'localhost' } });
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(headers['content-security-policy']).toContain("object-src 'none'");
    expect(headers['content-security-policy']).toContain("base-uri 'none'");
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
  await secure.close();
});

test('SRV-32: methods that no route has are refused', async () => {
  for (const method of ['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'HEAD', 'PROPFIND'] as const) {
    const headers = { host: 'localhost', origin: 'http://localhost', 'x-kanribo': '1' };
    const answer = await app.inject({ method, url: '/api/v1/session', headers });
    expect([method, answer.statusCode]).toEqual([method, 404]);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.body).not.toContain('x-kanribo');
  }
});

test('SRV-32: the answer to what is no HTTP is nothing a browser could take for a page', async () => {
  const started = await startServer(opened.parts, { host: '127.0.0.1', port: 0 });
  if (!started.ok) throw new Error(started.error.sentence);
  const socket = connectTo(Number(new URL(started.value.origin).port), '127.0.0.1');
  socket.write('no HTTP at all\r\n\r\n');
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  expect(said).toContain('X-Content-Type-Options: nosniff');
  expect(said).toContain("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'");
  await started.value.close();
});

test('SRV-35: attempts at what is not one’s own are counted for the log, by address', async () => {
  const noted: string[] = [];
  class NotingAccounts extends Accounts {
    override async noteRefusal(address: string): Promise<void> {
      noted.push(address);
      throw new Error('the database is gone');
    }
  }
  const accounts = new NotingAccounts(opened.accountsParts);
  const noting = await buildApp({ ...opened.parts, accounts }, { host: '127.0.0.1', port: 0 });
  const handler = await Browser.signedIn(noting, opened, 'handler');
  expect((await handler.get('/api/v1/account')).status).toBe(200);
  expect((await new Browser(noting).get('/api/v1/account')).status).toBe(401);
  expect(noted).toEqual([]);
  expect((await handler.get('/api/v1/contracts/beta/duty-map')).status).toBe(404);
  expect((await handler.get('/api/v1/health')).status).toBe(403);
  const foreign = { origin: 'http://evil.example' };
  expect((await handler.send('DELETE', '/api/v1/session', undefined, foreign)).status).toBe(403);
  const rebound = { host: 'evil.example' };
  expect((await handler.send('GET', '/', undefined, rebound)).status).toBe(400);
  expect(noted).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1']);
  await noting.close();
});

test('SRV-33: what headers say of the sender’s address is not believed', async () => {
  const handler = await Browser.signedIn(app, opened, 'handler');
  const claimed = {
    'x-forwarded-for': '192.0.2.7',
    forwarded: 'for=192.0.2.7',
    'x-real-ip': '192.0.2.7',
  };
  const body = { signInId: 'handler', password };
  await handler.send('POST', '/api/v1/session', body, claimed);
  const code = opened.code('handler');
  await handler.send('POST', '/api/v1/session/totp', { code }, claimed);
  const listed = await handler.send('GET', '/api/v1/account/sessions', undefined, claimed);
  expect(at(listed.json(), 'sessions', 0, 'address')).toBe('127.0.0.1');
  expect(listed.text).not.toContain('192.0.2.7');
});

test('SRV-34: one account has a few costly things under way, others are not kept waiting', async () => {
  const bounded = await buildApp(opened.parts, { host: '127.0.0.1', port: 0 });
  const manager = await Browser.signedIn(bounded, opened, 'manager');
  const chief = await Browser.signedIn(bounded, opened, 'chief-officer');
  const preview = '/api/v1/contracts/alpha/papers/duty-map/preview';
  const asked = Array.from({ length: 7 }, () => manager.get(preview));
  const other = chief.get(preview);
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(4);
  expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  expect((await other).status).toBe(200);
  for (let count = 0; count < 5; count += 1) {
    expect((await manager.get('/api/v1/contracts/alpha/bundle')).status).toBe(200);
    expect((await manager.get('/api/v1/contracts/alpha/papers/nothing/preview')).status).toBe(404);
  }
  const refused = await Promise.all(Array.from({ length: 5 }, () => manager.get(preview)));
  const told = refused.find(({ status }) => status === 429);
  expect(at(told?.json(), 'code')).toBe('try-later');
  expect(told?.headers['retry-after']).toBe('2');
  await bounded.close();
});

test('SRV-34: what is given up on the way does not count for good', async () => {
  const started = await startServer(opened.parts, { host: '127.0.0.1', port: 0 });
  if (!started.ok) throw new Error(started.error.sentence);
  const { origin } = started.value;
  const cookie = (await Browser.signedIn(app, opened, 'manager')).cookie ?? '';
  const url = `${origin}/api/v1/contracts/alpha/bundle`;
  for (let count = 0; count < 5; count += 1) {
    const answer = await fetch(url, { headers: { cookie } });
    expect(answer.status).toBe(200);
    await answer.body?.cancel();
    const gone = new AbortController();
    const leaving = fetch(url, { headers: { cookie }, signal: gone.signal });
    setTimeout(() => gone.abort(), count * 3);
    await leaving.then((left) => left.body?.cancel()).catch(() => undefined);
  }
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  expect((await fetch(url, { headers: { cookie } })).status).toBe(200);
  await started.value.close();
});
