import { chown, cp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { instanceId, verifyRunning } from '@kanribo/application';
import { caller, sha256Stream, verifySignature } from '@kanribo/application/testing';
import { expect, test } from 'vitest';
import { newDirectories } from './kills/directories.ts';
import { type Office, openOffice, toy } from './kills/office.ts';

const verifying = { sha256Stream, verifySignature };
const pay = ({ instance }: Office, number: number) =>
  instance.execute(toy, { ...caller(number), command: { account: 'a', amount: 1 } });

test('SUR-9: data taken back are not signed, go on when resumed, and the loss is declared', async () => {
  const { dataDirectory, keysDirectory } = await newDirectories();
  const place = { database: { dataDirectory }, keysDirectory };
  const cluster = path.join(dataDirectory, 'postgres');
  const kept = path.join(path.dirname(keysDirectory), 'kept');

  const before = await openOffice(place, { seed: 1 });
  for (const number of [11, 12, 13]) expect((await pay(before, number)).ok).toBe(true);
  expect((await before.instance.checkpoint(toy)).ok).toBe(true);
  await before.database.close();
  await cp(cluster, kept, { recursive: true, preserveTimestamps: true });

  const after = await openOffice(place, { seed: 2 });
  for (const number of [14, 15]) expect((await pay(after, number)).ok).toBe(true);
  expect((await after.instance.checkpoint(toy)).ok).toBe(true);
  await after.database.close();
  await takeBack(kept, cluster);

  const back = await openOffice(place, { seed: 3 });
  const origin = 'test.example/toy-2026/register/0';
  const ahead = { code: 'guard-ahead', origin, signedSize: 7, size: 4 };
  expect(await back.instance.readOnly(toy)).toEqual(ahead);
  expect(await pay(back, 16)).toMatchObject({ error: { code: 'read-only', reason: ahead } });
  expect(await back.instance.checkpoint(toy)).toEqual({ ok: false, error: ahead });

  const order = { reason: 'disk-lost', person: 'person-1' };
  expect(await back.instance.resume(toy, order)).toEqual({
    ok: true,
    value: [{ oldOrigin: origin, origin: 'test.example/toy-2026/register/1', size: 4 }],
  });
  expect((await pay(back, 17)).ok).toBe(true);
  const signed = await back.instance.checkpoint(toy);
  expect(signed.ok && signed.value.register).toMatchObject({
    origin: 'test.example/toy-2026/register/1',
    size: 7,
  });
  const { damages, notices } = await verifyRunning(back.tools, toy, verifying);
  expect(damages).toEqual([]);
  expect(notices.filter(({ code }) => code === 'declared-loss')).toMatchObject([
    { log: 'register', origin, sequence: 4, restoredSize: 4, signedSize: 7, ...order },
  ]);
  expect((await verifyRunning(back.tools, instanceId, verifying)).damages).toEqual([]);
  await back.database.close();
});

/** Puts an earlier state of the cluster back in place, owned as the directory is. */
async function takeBack(kept: string, cluster: string): Promise<void> {
  const { uid, gid } = await stat(cluster);
  await rm(cluster, { recursive: true });
  await cp(kept, cluster, { recursive: true, preserveTimestamps: true });
  await chown(cluster, uid, gid);
  for (const name of await readdir(cluster, { recursive: true })) {
    await chown(path.join(cluster, name), uid, gid);
  }
}
