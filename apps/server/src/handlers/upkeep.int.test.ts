import { isLongEnough, shortestBackupPassphrase } from '@kanribo/api';
import { restore } from '@kanribo/application';
import {
  HandClock,
  MemoryStore,
  sha256,
  sha256Stream,
  verifySignature,
} from '@kanribo/application/testing';
import { ok } from '@kanribo/kernel';
import { shortestPassphrase } from '@kanribo/keys';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { at } from '../testing/at.ts';
import { Browser } from '../testing/browser.ts';
import { type TestParts, openTestParts } from '../testing/running.ts';

let opened: TestParts;
let app: FastifyInstance;
let administrator: Browser;

beforeAll(async () => {
  opened = await openTestParts();
  app = await buildApp(opened.parts, { host: '127.0.0.1', port: 0 });
  administrator = await Browser.signedIn(app, opened, 'administrator');
});

afterAll(async () => {
  await app?.close();
  await opened?.close();
});

const passphrase = '正しい馬の電池と黄色い傘';
const make = () => administrator.send('POST', '/api/v1/backups', { passphrase });
const upkeep = async () => (await administrator.get('/api/v1/upkeep')).json();

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test('SRV-50: a backup leaves sealed, is restored by its passphrase, and stands in the log', async () => {
  expect(await upkeep()).toMatchObject({ lastBackup: null, isBackingUp: false });
  const made = await make();
  expect(made.status, made.text.slice(0, 200)).toBe(200);
  expect(Buffer.from(made.bytes.subarray(0, 21)).toString()).toBe('age-encryption.org/v1');
  for (const word of ['alpha', 'みなと野区', 'backup.json']) {
    expect(Buffer.from(made.bytes).includes(word)).toBe(false);
  }
  const shown = { by: '管理 花子', contracts: 2, bytes: made.bytes.length };
  expect(await upkeep()).toMatchObject({ lastBackup: shown, isBackingUp: false });
  const restored = await restore(
    { store: new MemoryStore(), clock: new HandClock(), sha256 },
    {
      passphrase,
      bytes: once(made.bytes),
      adoptSecrets: async () => ok(undefined),
      verifying: { sha256Stream, verifySignature },
    },
  );
  expect(restored).toMatchObject({ ok: true });
  expect(opened.logged.join()).not.toContain(passphrase);
});

test('SRV-50: a passphrase too short for the keys is refused, by the same measure as on the command line', async () => {
  expect(shortestBackupPassphrase).toBe(shortestPassphrase);
  expect([isLongEnough('𠮷'.repeat(11)), isLongEnough('𠮷'.repeat(12))]).toEqual([false, true]);
  const short = { passphrase: 'たった十一文字です。' };
  const refused = await administrator.send('POST', '/api/v1/backups', short);
  expect([refused.status, at(refused.json(), 'field')]).toEqual([400, 'passphrase']);
  expect(refused.text).not.toContain(short.passphrase);
});

test('SRV-51: one backup is made at a time; one that is broken off is told as such', async () => {
  const before = await upkeep();
  const large = new Uint8Array(48 * 1024 * 1024).fill(7);
  await opened.parts.instance.keepEvidence(opened.contract, once(large));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const leaving = new AbortController();
  const taking = await fetch(`${url}/api/v1/backups`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-kanribo': '1',
      origin: url,
      cookie: administrator.cookie ?? '',
    },
    body: JSON.stringify({ passphrase }),
    signal: leaving.signal,
  });
  expect(taking.status).toBe(200);
  expect(await upkeep()).toMatchObject({ isBackingUp: true, brokenCount: 0 });
  const second = await make();
  expect([second.status, at(second.json(), 'code')]).toEqual([429, 'try-later']);
  leaving.abort();
  await expect.poll(async () => at(await upkeep(), 'isBackingUp')).toBe(false);
  const after = await upkeep();
  expect(at(after, 'lastBackup')).toEqual(at(before, 'lastBackup'));
  expect(after).toMatchObject({ brokenBackups: [{ by: '管理 花子' }], brokenCount: 1 });
  expect(Date.parse(String(at(after, 'brokenBackups', 0, 'brokenOffAt')))).not.toBeNaN();
  expect((await make()).status).toBe(200);
});

test('SRV-52: room on the disks and what is signed are told, and nothing of the contents', async () => {
  const manager = await Browser.signedIn(app, opened, 'manager');
  const before = at(await upkeep(), 'signed', 0);
  expect(before).toMatchObject({ contract: 'alpha' });
  await manager.send('POST', '/api/v1/contracts/alpha/checkpoint');
  const after = at(await upkeep(), 'signed', 0);
  expect(at(after, 'signedSize')).toBeGreaterThan(0);
  expect(at(after, 'signedSize')).toBeLessThanOrEqual(Number(at(after, 'size')));
  expect(at(await upkeep(), 'disks')).toEqual([
    { holds: 'data', freeBytes: 1_000, totalBytes: 9_000 },
  ]);
});

test('SRV-28: a backup is made only within 15 minutes of a proof of who asks', async () => {
  opened.clock.advance(16 * 60_000);
  const refused = await make();
  expect([refused.status, at(refused.json(), 'code')]).toEqual([403, 'reauthentication-needed']);
});
