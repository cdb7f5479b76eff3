import { verify } from '@kanribo/evidence';
import { expect, test } from 'vitest';
import { seededRandom } from '../testing/hand-clock.ts';
import { type CopiedBundle, copyBundle } from '../testing/copied-bundle.ts';
import { MemoryKeys } from '../testing/memory-keys.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { contractId, entriesOf } from '../testing/teller.ts';
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
import { type RebuildRefusal, rebuild } from './rebuild.ts';
import { verifyRunning } from './verify-running.ts';

const toy = contractId('toy-2026');
const registerKey = { contractId: toy, log: 'register' } as const;
const verifying = { sha256Stream, verifySignature };

async function lived(office: ToyOffice): Promise<Instance<ToyTypes>> {
  const instance = await newInstance(office);
  await instance.openContract(toy, caller(900));
  const digest = await instance.keepEvidence(
    toy,
    (async function* () {
      yield Buffer.from('a scan');
    })(),
  );
  for (let number = 0; number < 300; number += 1) {
    const command = { account: `a${number % 7}`, amount: number, note: `memo ${number}` };
    const scanned = number === 5 ? { ...command, scan: `sha256:${digest}` } : command;
    await instance.execute(toy, { ...caller(number), command: scanned });
  }
  await instance.ask(toy, { ...caller(901), question: { balanceOf: 'a1' } });
  await instance.erase(toy, { ...caller(902), sequence: 3, reason: 'request' });
  return instance;
}

async function exported(instance: Instance<ToyTypes>): Promise<CopiedBundle> {
  const bundle = await instance.exportBundle(toy, copyBundle);
  if (!bundle.ok) throw new Error(bundle.error.code);
  return bundle.value;
}

test('INS-14: an exported bundle is sound against the key of the contract', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  const bundle = await exported(instance);
  const key = await office.keys.verifierKey(toy, 'test.example/toy-2026/register/0');
  const verdict = await verify(bundle, { ...verifying, sha256, key: key ?? '' });
  expect(verdict.damages).toEqual([]);
  expect(verdict.status).toBe('sound');
  expect(verdict.evidenceCount).toBe(1);
  expect(verdict.notices.map(({ code }) => code)).toEqual(['particulars-erased']);
});

test('INS-14: particulars erased after the signature do not break the bundle', async () => {
  const store = new MemoryStore();
  const instance = await lived(toyOffice({ store }));
  let erasing = true;
  const snapshot = store.snapshot.bind(store);
  store.snapshot = async (use) => {
    if (erasing) {
      erasing = false;
      await instance.erase(toy, { ...caller(950), sequence: 9, reason: 'request' });
    }
    return snapshot(use);
  };
  const verdict = await verify(await exported(instance), { ...verifying, sha256 });
  expect(verdict.damages).toEqual([]);
  expect(verdict.notices.filter(({ code }) => code === 'particulars-erased')).toHaveLength(2);
});

test('INS-14: what another process anchors while a checkpoint is signed does not break it', async () => {
  const keys = new MemoryKeys();
  const office = toyOffice({ keys });
  const instance = await lived(office);
  const other = await reopened({ tools: { ...office.tools, random: seededRandom(5) } });
  const sign = keys.signCheckpoint.bind(keys);
  let isFirst = true;
  keys.signCheckpoint = async (request) => {
    const signed = await sign(request);
    if (!isFirst || !request.origin.includes('/access/')) return signed;
    isFirst = false;
    await other.ask(toy, { ...caller(960), question: { balanceOf: 'a1' } });
    await other.checkpoint(toy);
    return signed;
  };
  const verdict = await verify(await exported(instance), { ...verifying, sha256 });
  expect(isFirst).toBe(false);
  expect(verdict.damages).toEqual([]);
});

test('INS-15: running data verifies, the instance’s own log too', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  await instance.checkpoint(toy);
  for (const id of [toy, contractId('instance')]) {
    const verdict = await verifyRunning(office.tools, id, verifying);
    expect(verdict.damages).toEqual([]);
    expect(verdict.status).toBe('consistent');
  }
});

test.each<[string, (store: MemoryStore) => void]>([
  [
    'tile-differs',
    (store) => {
      const tile = store.tile.bind(store);
      store.tile = async (key, place) => (await tile(key, place))?.toReversed();
    },
  ],
  [
    'head-differs',
    (store) => {
      const head = store.head.bind(store);
      store.head = async (key) => {
        const found = await head(key);
        return found && { ...found, root: new Uint8Array(32) };
      };
    },
  ],
  [
    'tail-added',
    (store) => {
      const entries = store.entries.bind(store);
      store.entries = async function* withOneMore(key, range) {
        yield* entries(key, range);
        const size = (await store.head(key))?.size ?? 0;
        if (range.from <= size + 1 && range.to > size + 1) yield [Buffer.from('{}')];
      };
    },
  ],
  [
    'particulars-missing',
    (store) => {
      store.particulars = async function* () {};
    },
  ],
  [
    'evidence-missing',
    (store) => {
      store.evidence = async () => undefined;
    },
  ],
])('INS-15: %s is found in running data', async (code, damage) => {
  const store = new MemoryStore();
  const office = toyOffice({ store });
  await lived(office);
  store.snapshot = async (use) => use(store);
  damage(store);
  const verdict = await verifyRunning(office.tools, toy, verifying);
  expect(verdict.damages.map((damaged) => damaged.code)).toContain(code);
});

async function rebuiltFrom(bundle: CopiedBundle, office: ToyOffice, store: MemoryStore) {
  const tools = { ...office.tools, store };
  return rebuild(tools, bundle, { ...verifying, person: 'person-1' });
}

test('INS-16: a contract rebuilt from its bundle has the same log and goes on', async () => {
  const office = toyOffice();
  const instance = await lived(office);
  const bundle = await exported(instance);
  const before = await instance.ask(toy, { ...caller(903), question: { balanceOf: 'a1' } });
  const store = new MemoryStore();
  const there = toyOffice({ store, keys: office.keys, seed: 3 });
  const rebuilt = await rebuiltFrom(bundle, there, store);
  expect(rebuilt).toMatchObject({ ok: true, value: { contract: toy, instance: 'test.example' } });
  expect(await store.head(registerKey)).toEqual(await office.store.head(registerKey));
  const again = await reopened(there);
  expect((await again.contracts()).map(({ id }) => id)).toEqual([toy]);
  expect(await again.ask(toy, { ...caller(904), question: { balanceOf: 'a1' } })).toEqual(before);
  expect(await again.readParticulars(toy, { ...caller(905), sequences: [2, 3] })).toEqual([
    { status: 'known', values: { note: 'memo 2' } },
    { status: 'erased', by: 300 },
  ]);
  expect(await again.readOnly(toy)).toBeUndefined();
  const verdict = await verifyRunning(there.tools, toy, verifying);
  expect(verdict.damages).toEqual([]);
  expect(verdict.notices.map(({ code }) => code)).toContain('declared-loss');
  const size = (await store.head(registerKey))?.size ?? 0;
  expect(await again.checkpoint(toy)).toMatchObject({
    ok: true,
    value: { register: { size: size + 1 } },
  });
  expect((await exported(again)).files.size).toBe(bundle.files.size);
});

test.each<[string, RebuildRefusal['code'], (bundle: CopiedBundle, store: MemoryStore) => unknown]>([
  [
    'a changed entry',
    'bundle-broken',
    ({ files }) => {
      const entries = Buffer.from(files.get('register/entries.jsonl') ?? []).toString('utf8');
      files.set('register/entries.jsonl', Buffer.from(entries.replace('"a1"', '"a2"')));
    },
  ],
  ['a missing manifest', 'bundle-broken', ({ files }) => files.delete('manifest.json')],
  [
    'a database that is not empty',
    'database-not-empty',
    (_bundle, store) => store.create(registerKey, 'test.example/toy-2026/register/0'),
  ],
])('INS-17: %s is refused', async (_name, code, prepare) => {
  const bundle = await exported(await lived(toyOffice()));
  const store = new MemoryStore();
  await prepare(bundle, store);
  const logs = await store.logs();
  const refused = await rebuiltFrom(bundle, toyOffice({ store }), store);
  expect(refused).toMatchObject({ ok: false, error: { code } });
  expect(await store.logs()).toEqual(logs);
});

test('INS-17: another key than the one that signed the bundle is refused', async () => {
  const bundle = await exported(await lived(toyOffice()));
  const store = new MemoryStore();
  const keys = new MemoryKeys();
  const other = await newInstance(toyOffice({ keys }));
  await other.openContract(toy, caller(900));
  expect(await other.checkpoint(toy)).toMatchObject({ ok: true });
  const refused = await rebuiltFrom(bundle, toyOffice({ store, keys }), store);
  expect(refused).toMatchObject({ error: { code: 'keys-differ' } });
});

test('INS-17: of an interrupted rebuild nothing is left', async () => {
  const bundle = await exported(await lived(toyOffice()));
  const store = new MemoryStore();
  let reads = 0;
  const interrupted: CopiedBundle = {
    ...bundle,
    async *read(name) {
      reads += name === 'access/entries.jsonl' ? 1 : 0;
      if (reads > 1) throw new Error('gone');
      yield* bundle.read(name);
    },
  };
  await expect(rebuiltFrom(interrupted, toyOffice({ store }), store)).rejects.toThrow('gone');
  expect(await store.logs()).toEqual([]);
  expect(await rebuiltFrom(bundle, toyOffice({ store }), store)).toMatchObject({ ok: true });
  expect((await entriesOf(store)).length).toBe(303);
});

test.each(['evidence', 'manifest'])(
  'INS-17: a bundle whose %s changes once it was verified leaves nothing',
  async (what) => {
    const bundle = await exported(await lived(toyOffice()));
    const other = await exported(await lived(toyOffice({ seed: 9 })));
    const reads = new Map<string, number>();
    const changing: CopiedBundle = {
      ...bundle,
      async *read(name) {
        const isFirst = !reads.has(name);
        reads.set(name, 1);
        const isChanged = what === 'manifest' || name.startsWith(what);
        if (isFirst || !isChanged) yield* bundle.read(name);
        else if (what === 'manifest') yield* other.read(name);
        else yield Buffer.from('another scan');
      },
    };
    const store = new MemoryStore();
    await expect(rebuiltFrom(changing, toyOffice({ store }), store)).rejects.toMatchObject({
      code: 'corrupt',
    });
    expect(await store.logs()).toEqual([]);
  },
);

test('INS-17: the fresh keys of a rebuild that came to nothing do not stand in the way', async () => {
  const bundle = await exported(await lived(toyOffice()));
  const [store, keys] = [new MemoryStore(), new MemoryKeys()];
  const there = toyOffice({ store, keys });
  const full = new MemoryStore();
  await full.create(registerKey, 'test.example/toy-2026/register/0');
  expect(await rebuiltFrom(bundle, there, full)).toMatchObject({
    error: { code: 'database-not-empty' },
  });
  expect(await keys.verifierKey(toy, 'test.example/toy-2026/register/0')).toBeUndefined();
  const fill = store.fill.bind(store);
  store.fill = (use) =>
    fill(async (target) => {
      await use(target);
      throw new Error('gone');
    });
  await expect(rebuiltFrom(bundle, there, store)).rejects.toThrow('gone');
  store.fill = fill;
  expect(await rebuiltFrom(bundle, there, store)).toMatchObject({ ok: true });
  const again = await reopened(there);
  expect(await again.checkpoint(toy)).toMatchObject({
    ok: true,
    value: { register: { origin: 'test.example/toy-2026/register/1' } },
  });
});

test('INS-16: where the keys are lost the logs go on under new origins with new keys', async () => {
  const bundle = await exported(await lived(toyOffice()));
  const store = new MemoryStore();
  const there = toyOffice({ store });
  expect(await rebuiltFrom(bundle, there, store)).toMatchObject({ ok: true });
  const again = await reopened(there);
  expect(await again.checkpoint(toy)).toMatchObject({
    ok: true,
    value: {
      register: { origin: 'test.example/toy-2026/register/1' },
      access: { origin: 'test.example/toy-2026/access/1' },
      instance: { origin: 'test.example/instance/1' },
    },
  });
  const verdict = await verifyRunning(there.tools, toy, verifying);
  expect(verdict.damages).toEqual([]);
});
