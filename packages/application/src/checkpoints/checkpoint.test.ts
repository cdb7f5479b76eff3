import { parseAnchored, parseResumed } from '@kanribo/evidence';
import { toBase64 } from '@kanribo/kernel';
import { openCheckpoint, parseVerifierKey } from '@kanribo/merkle';
import { verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { seededRandom } from '../testing/hand-clock.ts';
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
import type { Instance } from '../instance/instance.ts';
import type { CheckpointRequest } from '../ports.ts';
import type { SignedLog } from './sign-log.ts';

const toy = contractId('toy-2026');
const registerKey = { contractId: toy, log: 'register' } as const;
const pay = (instance: Instance<ToyTypes>, number: number, amount = 1) =>
  instance.execute(toy, { ...caller(number), command: { account: 'a', amount } });

async function withContract(office: ToyOffice): Promise<Instance<ToyTypes>> {
  const instance = await newInstance(office);
  await instance.openContract(toy, caller(900));
  return instance;
}

function checked({ note, verifierKey }: SignedLog) {
  const key = parseVerifierKey(sha256, verifierKey);
  if (!key.ok || key.value.kind !== 'ed25519') throw new Error('no verifier key');
  const log = { ...key.value, kind: 'ed25519' } as const;
  const opened = openCheckpoint(isSigned, note, { log });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value.checkpoint;
}

function isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const;
  return verify(null, message, key, signature);
}

test('INS-9: a checkpoint pins access and instance in the register and signs all three', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  await pay(instance, 1);
  await instance.ask(toy, { ...caller(2), question: { balanceOf: 'a' } });
  const signed = await instance.checkpoint(toy);
  if (!signed.ok) throw new Error(signed.error.code);
  const { register, access, instance: own } = signed.value;
  expect([register.size, access.size, own.size]).toEqual([2, 1, 1]);
  const last = (await entriesOf(office.store, registerKey)).at(-1);
  expect(last?.actor).toBe('software');
  expect(parseAnchored(last?.facts ?? {})).toEqual({
    ok: true,
    value: {
      checkpoints: [access, own].map(({ log, origin, size, root }) => ({
        log,
        origin,
        size,
        root: toBase64(root),
      })),
    },
  });
  for (const one of [register, access, own]) {
    const { origin, size, root } = one;
    const { root: signedRoot, ...head } = checked(one);
    expect(head).toMatchObject({ origin, size });
    expect(toBase64(signedRoot)).toBe(toBase64(root));
  }
});

/** All logs of one store in another, empty one. */
async function copied(from: ToyOffice['store'], old: MemoryStore): Promise<void> {
  await from.snapshot(async (reader) => {
    for (const { contractId: id, log, origin } of await reader.logs()) {
      const key = { contractId: id, log };
      await old.create(key, origin);
      const head = await reader.head(key);
      const entries = [];
      for await (const batch of reader.entries(key, { from: 0, to: head?.size ?? 0 })) {
        entries.push(...batch);
      }
      if (head === undefined || entries.length === 0) continue;
      await old.append(key, {
        expectedSize: 0,
        root: head.root,
        entries: entries.map((bytes) => ({
          entry: Buffer.from(bytes).toString('utf8'),
          particulars: null,
        })),
        tiles: [],
      });
    }
  });
}

/** An office whose data was taken back to an earlier day, while its keys were not. */
async function withOldData(): Promise<{ readonly old: ToyOffice; readonly keys: MemoryKeys }> {
  const keys = new MemoryKeys();
  const office = toyOffice({ keys });
  const instance = await withContract(office);
  await pay(instance, 1);
  const old = new MemoryStore();
  await copied(office.store, old);
  await pay(instance, 2);
  await pay(instance, 3);
  expect((await instance.checkpoint(toy)).ok).toBe(true);
  return { old: toyOffice({ store: old, keys, seed: 7 }), keys };
}

test('INS-10: data taken back behind a signed checkpoint is read-only, and still answers', async () => {
  const { old } = await withOldData();
  const instance = await reopened(old);
  const reason = {
    code: 'guard-ahead',
    origin: 'test.example/toy-2026/register/0',
    signedSize: 4,
    size: 1,
  };
  expect(await instance.readOnly(toy)).toEqual(reason);
  expect(await pay(instance, 9)).toEqual({
    ok: false,
    error: { code: 'read-only', duty: null, reason },
  });
  expect(await instance.checkpoint(toy)).toEqual({ ok: false, error: reason });
  const question = { balanceOf: 'a' };
  expect(await instance.ask(toy, { ...caller(8), question })).toEqual({ ok: true, value: 1 });
  expect(await instance.erase(toy, { ...caller(7), sequence: 0, reason: 'x' })).toMatchObject({
    error: { code: 'read-only' },
  });
});

test('INS-10: a guard that is found ahead at a checkpoint makes the contract read-only', async () => {
  const keys = new MemoryKeys();
  const office = toyOffice({ keys });
  const instance = await withContract(office);
  await pay(instance, 1);
  keys.forget('test.example/toy-2026/register/0');
  const refused = await instance.checkpoint(toy);
  expect(refused).toEqual({
    ok: false,
    error: { code: 'guard-unknown', origin: 'test.example/toy-2026/register/0' },
  });
  expect(await pay(instance, 2)).toMatchObject({ error: { code: 'read-only' } });
});

test('INS-10: a history that was rewritten differs from its guard', async () => {
  const { old } = await withOldData();
  const instance = await newerHistory(old);
  expect(await instance.readOnly(toy)).toMatchObject({ code: 'guard-differs', signedSize: 4 });
});

/** Entries that somebody added to old data with other means than this product. */
async function newerHistory(old: ToyOffice): Promise<Instance<ToyTypes>> {
  const stranger = await reopened({ tools: { ...old.tools, keys: new MemoryKeys() } });
  for (const number of [21, 22, 23, 24, 25]) await pay(stranger, number);
  return reopened(old);
}

test('INS-11: a resumed contract goes on under the next origin and says what was lost', async () => {
  const { old } = await withOldData();
  const instance = await reopened(old);
  const order = { reason: 'restored-backup', person: 'person-1' };
  const resumed = await instance.resume(toy, order);
  expect(resumed).toEqual({
    ok: true,
    value: [
      {
        oldOrigin: 'test.example/toy-2026/register/0',
        origin: 'test.example/toy-2026/register/1',
        size: 1,
      },
    ],
  });
  const [, entry] = await entriesOf(old.store, registerKey);
  expect(entry?.declaration).toBe('log/resumed@1');
  expect(entry?.actor).toBe('person-1');
  expect(parseResumed(entry?.facts ?? {})).toMatchObject({
    ok: true,
    value: {
      origin: 'test.example/toy-2026/register/0',
      restoredSize: 1,
      signedSize: 4,
      ...order,
    },
  });
  expect(await instance.readOnly(toy)).toBeUndefined();
  expect(await pay(instance, 30)).toMatchObject({ ok: true, value: { sequence: 2 } });
  const signed = await instance.checkpoint(toy);
  expect(signed).toMatchObject({ ok: true, value: { register: { size: 4 } } });
  expect(signed.ok && signed.value.register.origin).toBe('test.example/toy-2026/register/1');
});

test('INS-11: data restored once more from the same backup is resumed in one go', async () => {
  const { old } = await withOldData();
  const again = new MemoryStore();
  await copied(old.store, again);
  const first = await reopened(old);
  const order = { reason: 'restored-backup', person: 'person-1' };
  await first.resume(toy, order);
  await pay(first, 30);
  expect((await first.checkpoint(toy)).ok).toBe(true);
  const second = await reopened({ tools: { ...old.tools, store: again, random: seededRandom(9) } });
  const [oldOrigin, origin] = [0, 2].map((n) => `test.example/toy-2026/register/${n}`);
  expect(await second.resume(toy, order)).toEqual({
    ok: true,
    value: [{ oldOrigin, origin, size: 1 }],
  });
  expect(await second.resume(toy, order)).toMatchObject({ error: { code: 'nothing-to-resume' } });
  expect(await pay(second, 31)).toMatchObject({ ok: true });
  expect((await second.checkpoint(toy)).ok).toBe(true);
});

test('INS-11: a resumption that broke off after it was declared is completed', async () => {
  const keys = new MemoryKeys();
  const instance = await withContract(toyOffice({ keys }));
  await pay(instance, 1);
  const [oldOrigin, newOrigin] = [0, 1].map((n) => `test.example/toy-2026/register/${n}`);
  if (oldOrigin === undefined || newOrigin === undefined) throw new Error('no origins');
  await keys.resumeGuard({ contractId: toy, oldOrigin, newOrigin });
  expect(await instance.checkpoint(toy)).toMatchObject({ error: { code: 'guard-differs' } });
  expect(await instance.resume(toy, { reason: 'x', person: 'person-1' })).toMatchObject({
    ok: true,
    value: [{ oldOrigin, origin: newOrigin }],
  });
  expect(await instance.checkpoint(toy)).toMatchObject({ ok: true });
});

test('INS-11: two processes that resume at the same time resume once', async () => {
  const { old } = await withOldData();
  const [here, there] = [
    await reopened(old),
    await reopened({ tools: { ...old.tools, random: seededRandom(99) } }),
  ];
  const order = { reason: 'restored-backup', person: 'person-1' };
  const resumed = await Promise.all([here.resume(toy, order), there.resume(toy, order)]);
  expect(resumed.filter(({ ok }) => ok)).toHaveLength(1);
  const entries = await entriesOf(old.store, registerKey);
  expect(entries.filter(({ declaration }) => declaration === 'log/resumed@1')).toHaveLength(1);
});

test('INS-11: what another process resumed is open here too', async () => {
  const { old } = await withOldData();
  const [here, there] = [await reopened(old), await reopened(old)];
  expect(await pay(here, 9)).toMatchObject({ error: { code: 'read-only' } });
  await there.resume(toy, { reason: 'restored-backup', person: 'person-1' });
  expect(await pay(here, 10)).toMatchObject({ ok: true });
});

test('INS-11: the instance’s own log is resumed under its reserved id', async () => {
  const keys = new MemoryKeys();
  const instance = await withContract(toyOffice({ keys }));
  keys.forget('test.example/instance/0');
  expect(await instance.checkpoint(toy)).toMatchObject({ error: { code: 'guard-unknown' } });
  const order = { reason: 'keys-restored', person: 'person-1' };
  expect(await instance.resume(contractId('instance'), order)).toMatchObject({
    ok: true,
    value: [{ origin: 'test.example/instance/1' }],
  });
  expect(await instance.checkpoint(toy)).toMatchObject({ ok: true });
});

test('INS-12: nothing is resumed where the guard agrees', async () => {
  const instance = await withContract(toyOffice());
  await pay(instance, 1);
  await instance.checkpoint(toy);
  await pay(instance, 2);
  expect(await instance.resume(toy, { reason: 'x', person: 'person-1' })).toEqual({
    ok: false,
    error: { code: 'nothing-to-resume' },
  });
});

test('INS-13: processes that sign at the same time do not refuse each other', async () => {
  const office = toyOffice();
  const one = await withContract(office);
  const two = await reopened(toyOffice({ store: office.store, keys: office.keys, seed: 5 }));
  await Promise.all([one, two].map((each, index) => pay(each, index)));
  const signed = await Promise.all(
    [one, two, one, two, one, two].map(async (each, index) => {
      await pay(each, 100 + index);
      return each.checkpoint(toy);
    }),
  );
  expect(signed.map(({ ok }) => ok)).toEqual(signed.map(() => true));
});

/** Keys under which somebody else gets in first, once, when a register is to be signed. */
class OvertakenKeys extends MemoryKeys {
  overtake: (() => Promise<unknown>) | undefined;

  override async signCheckpoint(request: CheckpointRequest) {
    const { overtake } = this;
    if (overtake !== undefined && request.origin.includes('/register/')) {
      this.overtake = undefined;
      await overtake();
    }
    return super.signCheckpoint(request);
  }
}

test('INS-13: a head that another process has overtaken is signed at its newer size', async () => {
  const keys = new OvertakenKeys();
  const office = toyOffice({ keys });
  const one = await withContract(office);
  const two = await reopened(toyOffice({ store: office.store, keys, seed: 5 }));
  await pay(one, 1);
  keys.overtake = async () => {
    await pay(two, 2);
    await two.checkpoint(toy);
  };
  const signed = await one.checkpoint(toy);
  expect(signed).toMatchObject({ ok: true, value: { register: { size: 4 } } });
  expect(await one.readOnly(toy)).toBeUndefined();
});

test('INS-11: a reason that is no code is a fault before anything is declared', async () => {
  const { old, keys } = await withOldData();
  const instance = await reopened(old);
  let declared = 0;
  keys.resumeGuard = async () => {
    declared += 1;
    throw new Error('declared');
  };
  const resuming = instance.resume(toy, { reason: '復旧 のため', person: 'person-1' });
  await expect(resuming).rejects.toMatchObject({ code: 'entry-malformed' });
  expect(declared).toBe(0);
});
