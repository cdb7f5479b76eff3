import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { at } from '../testing/at.ts';
import { Browser } from '../testing/browser.ts';
import { api, servedForTests } from '../testing/served.ts';

const served = servedForTests();

test('SRV-12: evidence comes back as it was given, and too much of it is not kept', async () => {
  const kept = await served.manager.upload(api('/evidence'), Buffer.from('走査した書面'));
  expect(kept.status, kept.text).toBe(200);
  const back = await served.manager.get(api(`/evidence/${String(at(kept.json(), 'digest'))}`));
  expect(back.text).toBe('走査した書面');
  expect(back.headers['content-disposition']).toMatch(
    /^attachment; filename="[0-9a-f]{16}\.txt"$/u,
  );
  expect((await served.manager.get(api(`/evidence/${'0'.repeat(64)}`))).status).toBe(404);
  const small = await buildApp(served.opened.parts, {
    host: '127.0.0.1',
    port: 0,
    limits: { evidenceBytes: 1000 },
  });
  const other = await Browser.signedIn(small, served.opened, 'manager');
  const refused = await other.upload(api('/evidence'), Buffer.alloc(1001, 'x'));
  expect([refused.status, at(refused.json(), 'code')]).toEqual([413, 'too-large']);
  await small.close();
});

test('SRV-36: a program given as evidence is refused with what to give instead', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3_000_000)]);
  const turning = Buffer.concat([Buffer.alloc(1_500_000, 'a'), Buffer.alloc(10)]);
  for (const bytes of [program, turning]) {
    const refused = await served.manager.upload(api('/evidence'), bytes);
    expect([refused.status, at(refused.json(), 'code')]).toEqual([415, 'file-kind-not-kept']);
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect((await served.manager.get(api(`/evidence/${digest}`))).status).toBe(404);
  }
});
