import { expect, test } from 'vitest';
import { HandClock } from '../testing/hand-clock.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { contractId } from '../testing/teller.ts';
import { type ArchiveFile, accountsName, backupFiles } from './backup-files.ts';
import { RestoreReading } from './restore-reading.ts';

const secret = {
  id: 's-1',
  account: 'account-1',
  kind: 'totp',
  sealed: Buffer.from('sealed'),
  counter: 3,
  madeMs: 5,
};
const secrets = [secret, { ...secret, id: 's-2', kind: 'password', counter: 0 }];
const head = { origin: 'x/instance/0', size: 0, root: sha256(new Uint8Array(0)) };
const logs = [{ contractId: contractId('instance'), log: 'instance', ...head }] as const;

/** The files of a backup with two secrets and one that passes. */
async function filesOfBackup(): Promise<readonly ArchiveFile[]> {
  const store = new MemoryStore();
  for (const one of secrets) await store.keepSealed(one);
  await store.keepSealed({ ...secret, id: 's-3', kind: 'challenge' });
  const list = { format: 1, madeAt: new HandClock().now(), logs } as const;
  const files: ArchiveFile[] = [];
  for await (const file of backupFiles(store, list, {})) files.push(file);
  return files;
}

/** Whether all files were taken, and the secrets that were then there. */
async function takenOf(files: readonly ArchiveFile[]) {
  const store = new MemoryStore();
  const reading = new RestoreReading({ store, sha256 }, async () => undefined);
  let isTaken = true;
  for (const file of files) isTaken &&= await reading.take(file);
  const kept = await store.sealedSecrets();
  return { isTaken, kept: kept.map((one) => ({ ...one, sealed: Buffer.from(one.sealed) })) };
}

test('INS-19, ACC-28: secrets of accounts come back sealed as they were; passing ones do not', async () => {
  expect(await takenOf(await filesOfBackup())).toEqual({ isTaken: true, kept: secrets });
});

test('INS-19: a backup of before there were accounts is restored without', async () => {
  const files = (await filesOfBackup()).filter(({ name }) => name !== accountsName);
  expect(await takenOf(files)).toEqual({ isTaken: true, kept: [] });
});

test.each([
  ['that are no JSON', '{', ''],
  ['of another format', '"format":1', '"format":2'],
  ['with more than there is', '"format":1', '"format":1,"more":1'],
  ['that lack something', '"counter":3,', ''],
  ['with a counter that is none', '"counter":3', '"counter":-3'],
  ['with more in a secret', '"counter":3', '"counter":3,"d":1'],
  ['that are no base64', '"sealed":"', '"sealed":"!'],
  ['with one twice', '"id":"s-2"', '"id":"s-1"'],
])('INS-20: accounts %s are not taken', async (_, from, to) => {
  const files = (await filesOfBackup()).map((file) => {
    if (file.name !== accountsName) return file;
    const text = Buffer.from(file.bytes).toString();
    expect(text).toContain(from);
    return { ...file, bytes: Buffer.from(text.replace(from, to)) };
  });
  expect(await takenOf(files)).toEqual({ isTaken: false, kept: [] });
});

test('INS-20: accounts twice, or in another place, are not taken', async () => {
  const files = await filesOfBackup();
  const [list, keys, accounts] = files;
  if (list === undefined || keys === undefined || accounts === undefined) throw new Error('short');
  expect(await takenOf([list, keys, accounts, accounts])).toMatchObject({ isTaken: false });
  expect(await takenOf([list, accounts, keys])).toMatchObject({ isTaken: false, kept: [] });
});
