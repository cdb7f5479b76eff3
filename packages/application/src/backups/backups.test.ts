import { type JsonObject, err, ok } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { faultyStore } from '../testing/faulty-store.ts';
import { MemoryKeys } from '../testing/memory-keys.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { contractId } from '../testing/teller.ts';
import {
  type ToyOffice,
  type ToyTypes,
  caller,
  newInstance,
  reopened,
  toyOffice,
} from '../testing/toy-office.ts';
import { sha256Stream, verifySignature } from '../testing/verifying.ts';
import type { Instance } from '../instance/instance.ts';
import { sealArchive } from './archive.ts';
import { type ArchiveFile, backupFiles } from './backup-files.ts';
import { RestoreReading } from './restore-reading.ts';
import { type RestoreOrder, restore } from './restore.ts';

const contracts = [contractId('alpha'), contractId('beta')];
const passphrase = '正しい馬の電池';
const workFactor = 4;
const verifying = { sha256Stream, verifySignature };

async function lived(office: ToyOffice): Promise<Instance<ToyTypes>> {
  const instance = await newInstance(office);
  for (const [index, id] of contracts.entries()) {
    await instance.openContract(id, caller(900 + index));
    const digest = await instance.keepEvidence(id, scan(id));
    for (let number = 0; number < 40; number += 1) {
      const command = { account: 'a', amount: number, note: `memo ${number}` };
      const scanned = number === 5 ? { ...command, scan: `sha256:${digest}` } : command;
      await instance.execute(id, { ...caller(number), command: scanned });
    }
    await instance.ask(id, { ...caller(910), question: { balanceOf: 'a' } });
    await instance.erase(id, { ...caller(920), sequence: 3, reason: 'request' });
    await instance.checkpoint(id);
  }
  return instance;
}

async function* scan(id: string): AsyncIterable<Uint8Array> {
  yield Buffer.alloc(3_000, id);
}

async function backupOf(
  office: ToyOffice,
  instance: Instance<ToyTypes>,
  given = passphrase,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const made = await instance.backup(caller(930), {
    passphrase: given,
    workFactor,
    secrets: new MemoryKeys(),
    write: async (bytes) => {
      for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
    },
  });
  expect(made).toMatchObject({ ok: true, value: { contracts: 2 } });
  expect(office.store).toBeDefined();
  return Buffer.concat(chunks);
}

async function* pieces(bytes: Uint8Array, length = 1_000): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}

function restored(
  store: MemoryStore,
  bytes: AsyncIterable<Uint8Array>,
  order: Partial<RestoreOrder> = {},
): ReturnType<typeof restore> {
  const { clock } = toyOffice();
  const adoptSecrets = async () => ok(undefined);
  const whole = { passphrase, adoptSecrets, verifying, bytes, ...order };
  return restore({ store, clock, sha256 }, whole);
}

test('INS-18: a backup shows nothing of what is in it and is recorded', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  const bytes = await backupOf(office, instance);
  expect(Buffer.from(bytes.subarray(0, 22)).toString('latin1')).toBe('age-encryption.org/v1\n');
  for (const word of ['memo', 'alpha', 'test.example']) {
    expect(Buffer.from(bytes).includes(word)).toBe(false);
  }
  const { state } = await instance.ledger.current();
  const { actor } = caller(930);
  const madeAt = office.clock.now();
  expect(state.lastBackup).toEqual({ madeAt, actor, contracts: 2, bytes: bytes.length });
  const refused = await instance.backup(caller(1), {
    passphrase: '',
    secrets: new MemoryKeys(),
    write: async () => undefined,
  });
  expect(refused).toEqual({ ok: false, error: { code: 'passphrase-empty' } });
});

test('INS-18: where writing fails there is no backup, and it stands as broken off', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  const failing = instance.backup(caller(1), {
    passphrase,
    workFactor,
    secrets: new MemoryKeys(),
    write: async () => {
      throw new Error('disk full');
    },
  });
  await expect(failing).rejects.toThrow('disk full');
  const { state } = await instance.ledger.current();
  const { id, actor } = caller(1);
  const brokenOffAt = office.clock.now();
  expect(state.lastBackup).toBeNull();
  expect(state.unfinishedBackups).toMatchObject([{ id, actor, brokenOffAt }]);
});

test('INS-18: a fault while reading the data is the backup’s fault', async () => {
  const store = new MemoryStore();
  const instance = await lived(toyOffice({ store }));
  store.evidence = async () => {
    throw new Error('evidence unreadable');
  };
  store.snapshot = async (use) => use(store);
  const failing = instance.backup(caller(1), {
    passphrase,
    workFactor,
    secrets: new MemoryKeys(),
    write: async (bytes) => {
      for await (const chunk of bytes) expect(chunk.length).toBeGreaterThan(0);
    },
  });
  await expect(failing).rejects.toThrow('evidence unreadable');
});

test('INS-19: everything comes back as it was', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  const headsBefore = await office.store.logs();
  const bytes = await backupOf(office, instance);
  const store = new MemoryStore();
  const adopted: JsonObject[] = [];
  const outcome = await restored(store, pieces(bytes), {
    adoptSecrets: async (secrets) => {
      adopted.push(secrets);
      return ok(undefined);
    },
  });
  expect(outcome).toMatchObject({ ok: true });
  expect(outcome.ok && outcome.value.verdicts.map(({ contract }) => contract)).toEqual([
    'alpha',
    'beta',
    'instance',
  ]);
  expect(adopted).toEqual([{ format: 1, contracts: [], guards: [] }]);
  expect((await store.logs()).map(plain)).toEqual(headsBefore.map(plain));
  for (const contract of contracts) {
    expect(await store.evidenceDigests(contract)).toEqual(
      await office.store.evidenceDigests(contract),
    );
    for (const log of ['register', 'access'] as const) {
      const key = { contractId: contract, log };
      expect(await tilesAndParticulars(store, key)).toEqual(
        await tilesAndParticulars(office.store, key),
      );
    }
  }
});

const plain = ({ root, ...head }: { readonly root: Uint8Array }) => ({
  ...head,
  root: Buffer.from(root).toString('hex'),
});

async function tilesAndParticulars(
  store: ToyOffice['store'],
  key: Parameters<ToyOffice['store']['tiles']>[0],
) {
  const found = [];
  for await (const tile of store.tiles(key)) found.push(Buffer.from(tile.hashes).toString('hex'));
  for await (const batch of store.particulars(key, { from: 0, to: 1_000 })) {
    for (const { sequence, salt, text } of batch) {
      found.push([sequence, Buffer.from(salt).toString('hex'), text]);
    }
  }
  return found;
}

test('INS-20: a wrong passphrase is refused', async () => {
  const office = toyOffice();
  const bytes = await backupOf(office, await lived(office));
  const store = new MemoryStore();
  expect(await restored(store, pieces(bytes), { passphrase: 'x' })).toEqual({
    ok: false,
    error: { code: 'passphrase-wrong' },
  });
  expect(await store.logs()).toEqual([]);
});

test('INS-19: a passphrase opens the backup in whichever width and form it is typed', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  for (const [given, typed] of [
    ['ガラスの Window 99', 'ｶﾞﾗｽの Ｗindow ９９'],
    ['ガラスの窓', 'ガラスの窓'.normalize('NFD')],
  ] as const) {
    const bytes = await backupOf(office, instance, given);
    const store = new MemoryStore();
    expect(await restored(store, pieces(bytes), { passphrase: typed })).toMatchObject({ ok: true });
  }
});

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['nothing', () => new Uint8Array(0)],
  ['another file', () => Buffer.from('PK not a backup at all')],
  ['a cut header', (bytes) => bytes.subarray(0, 60)],
  ['a cut end', (bytes) => bytes.subarray(0, bytes.length - 20)],
  ['a cut middle', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['a changed byte', (bytes) => bytes.map((byte, index) => (index === 5_000 ? byte ^ 1 : byte))],
  ['bytes after the end', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
])('INS-20: %s is refused as malformed', async (_name, change) => {
  const office = toyOffice();
  const bytes = await backupOf(office, await lived(office));
  const store = new MemoryStore();
  const refused = await restored(store, pieces(change(bytes)));
  expect(refused).toMatchObject({ ok: false, error: { code: 'backup-malformed' } });
  expect(await store.logs()).toEqual([]);
});

type Change = (file: ArchiveFile) => ArchiveFile | undefined;
const replaced =
  (name: RegExp, from: string, to: string): Change =>
  (file) =>
    name.test(file.name)
      ? { ...file, bytes: Buffer.from(Buffer.from(file.bytes).toString().replace(from, to)) }
      : file;
const dropped =
  (name: RegExp): Change =>
  (file) =>
    name.test(file.name) ? undefined : file;

test.each<[string, Change]>([
  ['without its list', dropped(/^backup/)],
  ['without secrets', dropped(/^secrets/)],
  ['with secrets that are no JSON', replaced(/^secrets/, '{', '')],
  ['with an unknown log', replaced(/^backup/, '"access"', '"excess"')],
  ['with another root', replaced(/^backup/, '"root":"', '"root":"A')],
  ['with another size', replaced(/^backup/, '"size":4', '"size":5')],
  ['with a changed entry', replaced(/^beta\/register\/entries/, '"amount":9', '"amount":8')],
  ['with an entry that is none', replaced(/^beta\/register\/entries/, '"format":1', '"format":2')],
  ['with changed particulars', replaced(/^beta\/register\/part/, 'memo 9', 'memo x')],
  ['without a log’s entries', dropped(/^beta\/register\/entries/)],
  ['without a log’s particulars', dropped(/^beta\/register\/part/)],
  ['with changed evidence', replaced(/^beta\/evidence/, 'b', 'c')],
  ['with a file of its own', (file) => ({ ...file, name: file.name.replace('beta/', 'gamma/') })],
])('INS-20: a sealed backup %s is refused as malformed', async (_name, change) => {
  const office = toyOffice();
  await lived(office);
  const store = new MemoryStore();
  const refused = await restored(store, await sealedWith(office, change));
  expect(refused).toMatchObject({ ok: false, error: { code: 'backup-malformed' } });
  expect(await store.logs()).toEqual([]);
});

test('INS-20: a backup that reads well and does not verify is refused', async () => {
  const office = toyOffice();
  await lived(office);
  const store = new MemoryStore();
  const refused = await restored(store, await sealedWith(office, dropped(/^beta\/evidence/)));
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'backup-broken',
      contract: 'beta',
      verdict: { damages: [{ code: 'evidence-missing' }] },
    },
  });
  expect(await store.logs()).toEqual([]);
});

test('INS-20: evidence in endless parts is refused before it fills the memory', async () => {
  const { clock } = toyOffice();
  const store = new MemoryStore();
  const head = { origin: 'x/instance/0', size: 0, root: sha256(new Uint8Array(0)) };
  const logs = [{ contractId: contractId('instance'), log: 'instance', ...head }] as const;
  const reading = new RestoreReading({ store, sha256 }, async () => undefined);
  const list = { format: 1, madeAt: clock.now(), logs } as const;
  for await (const file of backupFiles(store, list, {}))
    expect(await reading.take(file)).toBe(true);
  const bytes = new Uint8Array(1_048_576);
  let part = 0;
  const folder = `instance/evidence/${'0'.repeat(64)}`;
  while (part < 1_000 && (await reading.take({ name: `${folder}/${part}`, bytes }))) part += 1;
  expect(part).toBe(256);
});

async function sealedWith(
  { store, clock }: ToyOffice,
  change: Change,
): Promise<AsyncIterable<Uint8Array>> {
  const list = { format: 1, madeAt: clock.now(), logs: await store.logs() } as const;
  const files: ArchiveFile[] = [];
  await store.snapshot(async (reader) => {
    for await (const file of backupFiles(reader, list, { format: 1 })) {
      const kept = change(file);
      if (kept !== undefined) files.push(kept);
    }
  });
  async function* changed(): AsyncIterable<ArchiveFile> {
    yield* files;
  }
  return sealArchive(changed(), { passphrase, workFactor });
}

test('INS-20: refused secrets, and a database that is not empty, leave it as it is', async () => {
  const office = toyOffice();
  const bytes = await backupOf(office, await lived(office));
  const store = new MemoryStore();
  const adoptSecrets = async () => err({ code: 'secrets-malformed' });
  expect(await restored(store, pieces(bytes), { adoptSecrets })).toEqual({
    ok: false,
    error: { code: 'secrets-refused', reason: 'secrets-malformed' },
  });
  expect(await store.logs()).toEqual([]);
  await store.create({ contractId: contractId('x'), log: 'register' }, 'x/x/register/0');
  expect(await restored(store, pieces(bytes))).toEqual({
    ok: false,
    error: { code: 'database-not-empty' },
  });
  expect(await store.logs()).toHaveLength(1);
});

test('INS-20: a source that fails is passed on and nothing is written', async () => {
  const office = toyOffice();
  const bytes = await backupOf(office, await lived(office));
  for (const count of [10, 5_000]) {
    const store = new MemoryStore();
    async function* failing(): AsyncIterable<Uint8Array> {
      yield bytes.subarray(0, count);
      throw new Error('stick pulled out');
    }
    await expect(restored(store, failing())).rejects.toThrow('stick pulled out');
    expect(await store.logs()).toEqual([]);
  }
});

test('INS-21: where the keys survived and agree the restored instance simply goes on', async () => {
  const office = toyOffice();
  const bytes = await backupOf(office, await lived(office));
  const store = new MemoryStore();
  await restored(store, pieces(bytes));
  const again = await reopened(toyOffice({ store, keys: office.keys, seed: 9 }));
  for (const id of contracts) {
    expect(await again.readOnly(id)).toBeUndefined();
    expect(await again.checkpoint(id)).toMatchObject({ ok: true });
  }
});

test('INS-21: what was signed after the backup makes the restored contract read-only', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  const bytes = await backupOf(office, instance);
  const [alpha, beta] = contracts;
  if (alpha === undefined || beta === undefined) throw new Error('no contracts');
  await instance.execute(alpha, { ...caller(990), command: { account: 'a', amount: 1 } });
  await instance.checkpoint(alpha);
  const store = new MemoryStore();
  await restored(store, pieces(bytes));
  const again = await reopened(toyOffice({ store, keys: office.keys, seed: 9 }));
  expect(await again.readOnly(beta)).toBeUndefined();
  expect(await again.readOnly(alpha)).toMatchObject({ code: 'guard-ahead' });
  const order = { reason: 'restored-backup', person: 'person-1' };
  await again.resume(contractId('instance'), order);
  expect(await again.resume(alpha, order)).toMatchObject({ ok: true });
  expect(await again.checkpoint(alpha)).toMatchObject({ ok: true });
});

test('INS-20: a database that goes away while it is filled leaves it empty', async () => {
  const office = toyOffice();
  const bytes = await backupOf(office, await lived(office));
  const store = new MemoryStore();
  const fill = store.fill.bind(store);
  let appends = 0;
  store.fill = (use) =>
    fill((target) => {
      const faulty = faultyStore(target, (call) => {
        appends += call === 'append' ? 1 : 0;
        return appends > 2 ? 'lost' : 'none';
      });
      const keepSealed = target.keepSealed.bind(target);
      return use({ ...faulty, keepSealed, sealedSecrets: () => target.sealedSecrets() });
    });
  await expect(restored(store, pieces(bytes))).rejects.toMatchObject({ code: 'unavailable' });
  expect(await store.logs()).toEqual([]);
});
