import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { at } from '../testing/at.ts';
import { Browser } from '../testing/browser.ts';
import { type TestParts, openTestParts } from '../testing/running.ts';

let opened: TestParts;
let app: FastifyInstance;
let manager: Browser;

beforeAll(async () => {
  opened = await openTestParts();
  app = await buildApp(opened.parts, { host: '127.0.0.1', port: 0 });
  manager = await Browser.signedIn(app, opened, 'manager');
});

afterAll(async () => {
  await app?.close();
  await opened?.close();
});

const api = (path: string) => `/api/v1/contracts/alpha${path}`;

/** Sends a file as a page does, under a name that says nothing of what it is. */
function upload(browser: Browser, bytes: Buffer) {
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  return browser.send('POST', api('/evidence'), body, headers);
}

test('SRV-12: evidence comes back as it was given, and too much of it is not kept', async () => {
  const kept = await upload(manager, Buffer.from('走査した書面'));
  expect(kept.status, kept.text).toBe(200);
  const back = await manager.get(api(`/evidence/${String(at(kept.json(), 'digest'))}`));
  expect(back.text).toBe('走査した書面');
  expect(back.headers['content-disposition']).toMatch(
    /^attachment; filename="[0-9a-f]{16}\.txt"$/u,
  );
  expect((await manager.get(api(`/evidence/${'0'.repeat(64)}`))).status).toBe(404);
  const small = await buildApp(opened.parts, {
    host: '127.0.0.1',
    port: 0,
    limits: { evidenceBytes: 1000 },
  });
  const other = await Browser.signedIn(small, opened, 'manager');
  const refused = await upload(other, Buffer.alloc(1001, 'x'));
  expect([refused.status, at(refused.json(), 'code')]).toEqual([413, 'too-large']);
  await small.close();
});

test('SRV-36: a program given as evidence is refused with what to give instead', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3_000_000)]);
  const turning = Buffer.concat([Buffer.alloc(1_500_000, 'a'), Buffer.alloc(10)]);
  for (const bytes of [program, turning]) {
    const refused = await upload(manager, bytes);
    expect([refused.status, at(refused.json(), 'code')]).toEqual([415, 'file-kind-not-kept']);
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect((await manager.get(api(`/evidence/${digest}`))).status).toBe(404);
  }
});
