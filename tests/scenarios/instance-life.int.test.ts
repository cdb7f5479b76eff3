import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Instance, rebuild, restore, verifyRunning } from '@kanribo/application';
import {
  type CopiedBundle,
  type ToyTypes,
  caller,
  contractId,
  copyBundle,
  newInstance,
  reopened,
  sha256,
  sha256Stream,
  toyOffice,
  verifySignature,
} from '@kanribo/application/testing';
import { verify } from '@kanribo/evidence';
import { type JsonObject, err, ok } from '@kanribo/kernel';
import { createKeys, importSecrets } from '@kanribo/keys';
import { openDatabase, openStore } from '@kanribo/store';
import { createTestDatabase } from '@kanribo/store/testing';
import { afterEach, expect, test } from 'vitest';

type Keys = Extract<Awaited<ReturnType<typeof createKeys>>, { readonly ok: true }>['value'];

const toy = contractId('toy-2026');
const passphrase = 'a passphrase for a test';
const verifying = { sha256Stream, verifySignature };
const order = { reason: 'restored-backup', person: 'person-1' };
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function keysDirectory(): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'kanribo-keys-'));
  cleanups.push(() => rm(parent, { recursive: true }));
  return path.join(parent, 'keys');
}

async function newKeys(): Promise<Keys> {
  const protection = { kind: 'file' } as const;
  const made = await createKeys({ directory: await keysDirectory(), protection });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** A database of its own; evidence is kept under the keys that are there when it comes. */
async function newPlace(keys: () => Keys) {
  const place = await createTestDatabase();
  const database = await openDatabase({ url: place.url });
  cleanups.push(
    () => place.close(),
    () => database.close(),
  );
  return { place, store: openStore(database, (id) => keys().evidenceKey(id)) };
}

async function lived(office: ReturnType<typeof toyOffice>): Promise<Instance<ToyTypes>> {
  const instance = await newInstance(office);
  await instance.openContract(toy, caller(900));
  const digest = await instance.keepEvidence(toy, scan());
  const numbers = Array.from({ length: 600 }, (_, number) => number);
  await Promise.all(
    numbers.map((number) => {
      const command = { account: `a${number % 7}`, amount: 1, note: `覚書 ${number}` };
      const scanned = number === 5 ? { ...command, scan: `sha256:${digest}` } : command;
      return instance.execute(toy, { ...caller(number), command: scanned });
    }),
  );
  await instance.execute(toy, { ...caller(901), command: { account: 'x', amount: -1 } });
  await instance.ask(toy, { ...caller(902), question: { balanceOf: 'a1' } });
  await instance.erase(toy, { ...caller(903), sequence: 3, reason: 'request' });
  return instance;
}

async function* scan(): AsyncIterable<Uint8Array> {
  yield Buffer.alloc(3_000_000, 'scan');
}

async function exported(instance: Instance<ToyTypes>): Promise<CopiedBundle> {
  const bundle = await instance.exportBundle(toy, copyBundle);
  if (!bundle.ok) throw new Error(bundle.error.code);
  return bundle.value;
}

test('INS-14: from PostgreSQL and real keys a bundle is sound, and running data verifies', async () => {
  const keys = await newKeys();
  const { store } = await newPlace(() => keys);
  const office = toyOffice({ store, keys });
  const instance = await lived(office);
  const bundle = await exported(instance);
  const key = await keys.verifierKey(toy, 'test.example/toy-2026/register/0');
  const verdict = await verify(bundle, { ...verifying, sha256, key: key ?? '' });
  expect(verdict.damages).toEqual([]);
  expect(verdict.status).toBe('sound');
  for (const id of [toy, contractId('instance')]) {
    expect((await verifyRunning(office.tools, id, verifying)).damages).toEqual([]);
  }
});

test('INS-15: an owner’s changes in the database are found in running data', async () => {
  const keys = await newKeys();
  const { store, place } = await newPlace(() => keys);
  const office = toyOffice({ store, keys });
  await lived(office);
  await place.asOwner((client) =>
    client.query(
      `UPDATE kanribo.entry SET entry = replace(entry, '"amount":1', '"amount":2')
       WHERE log = 'register' AND sequence = 17`,
    ),
  );
  const verdict = await verifyRunning(office.tools, toy, verifying);
  expect(verdict.damages.map(({ code }) => code)).toContain('entry-changed');
});

test('INS-16: a contract is rebuilt in another database and goes on', async () => {
  const keys = await newKeys();
  const { store } = await newPlace(() => keys);
  const instance = await lived(toyOffice({ store, keys }));
  const bundle = await exported(instance);
  const there = await newPlace(() => keys);
  const office = toyOffice({ store: there.store, keys, seed: 3 });
  const options = { ...verifying, person: 'person-1' };
  const rebuilt = await rebuild({ ...office.tools, store: there.store }, bundle, options);
  expect(rebuilt).toMatchObject({ ok: true, value: { contract: toy } });
  const again = await reopened(office);
  expect(await again.readOnly(toy)).toBeUndefined();
  expect(await again.ask(toy, { ...caller(950), question: { balanceOf: 'a1' } })).toMatchObject({
    ok: true,
  });
  expect(await again.checkpoint(toy)).toMatchObject({ ok: true });
  expect((await verifyRunning(office.tools, toy, verifying)).damages).toEqual([]);
});

async function backedUp(instance: Instance<ToyTypes>, secrets: Keys): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const made = await instance.backup(caller(990), {
    passphrase,
    workFactor: 4,
    secrets,
    write: async (bytes) => {
      for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
    },
  });
  expect(made).toMatchObject({ ok: true });
  return Buffer.concat(chunks);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

test('INS-21: a house that lost its keys restores them, and resumes each contract', async () => {
  const keys = await newKeys();
  const { store } = await newPlace(() => keys);
  const instance = await lived(toyOffice({ store, keys }));
  await instance.checkpoint(toy);
  const bytes = await backedUp(instance, keys);

  let adopted: Keys | undefined;
  const current = (): Keys => {
    if (adopted === undefined) throw new Error('evidence before keys');
    return adopted;
  };
  const directory = await keysDirectory();
  const there = await newPlace(current);
  const { clock } = toyOffice();
  const restored = await restore(
    { store: there.store, clock, sha256 },
    {
      passphrase,
      bytes: once(bytes),
      verifying,
      adoptSecrets: async (secrets: JsonObject) => {
        const imported = await importSecrets({ directory, protection: { kind: 'file' }, secrets });
        if (!imported.ok) return err({ code: imported.error.code });
        adopted = imported.value;
        return ok(undefined);
      },
    },
  );
  expect(restored).toMatchObject({ ok: true });

  const office = toyOffice({ store: there.store, keys: current(), seed: 5 });
  const again = await reopened(office);
  expect(await again.readOnly(toy)).toMatchObject({ code: 'guard-unknown' });
  expect(
    await again.execute(toy, { ...caller(991), command: { account: 'a', amount: 1 } }),
  ).toMatchObject({ error: { code: 'read-only' } });
  expect(await again.resume(contractId('instance'), order)).toMatchObject({ ok: true });
  expect(await again.resume(toy, order)).toMatchObject({ ok: true });
  const bundle = await exported(again);
  const key = await current().verifierKey(toy, 'test.example/toy-2026/register/1');
  const verdict = await verify(bundle, { ...verifying, sha256, key: key ?? '' });
  expect(verdict.damages).toEqual([]);
  expect(verdict.status).toBe('sound');
  expect(verdict.notices.map(({ code }) => code)).toContain('declared-loss');
});

test('INS-20: of a backup that breaks off PostgreSQL keeps nothing', async () => {
  const keys = await newKeys();
  const { store } = await newPlace(() => keys);
  const bytes = await backedUp(await lived(toyOffice({ store, keys })), keys);
  const there = await newPlace(() => keys);
  const { clock } = toyOffice();
  const tools = { store: there.store, clock, sha256 };
  const adoptSecrets = async () => ok(undefined);
  const cut = { passphrase, bytes: once(bytes.subarray(0, -5_000)), verifying, adoptSecrets };
  expect(await restore(tools, cut)).toMatchObject({ error: { code: 'backup-malformed' } });
  expect(await there.store.logs()).toEqual([]);
  const whole = { ...cut, bytes: once(bytes) };
  expect(await restore(tools, whole)).toMatchObject({ ok: true });
});
