import { expect, test } from 'vitest';
import { commandId } from '../testing/hand-clock.ts';
import { faultyStore } from '../testing/faulty-store.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { contractId, entriesOf } from '../testing/teller.ts';
import {
  type ToyOffice,
  type ToyTypes,
  caller,
  newInstance,
  reopened,
  toyOffice,
} from '../testing/toy-office.ts';
import type { Instance } from './instance.ts';
import { createInstance, openInstance } from './open-instance.ts';

const toy = contractId('toy-2026');
const registerKey = { contractId: toy, log: 'register' } as const;
const accessKey = { contractId: toy, log: 'access' } as const;

async function withContract(office: ToyOffice): Promise<Instance<ToyTypes>> {
  const instance = await newInstance(office);
  const opened = await instance.openContract(toy, caller(900));
  expect(opened.ok).toBe(true);
  return instance;
}

const chunks = async function* (text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
};

test('INS-1: an instance is made once, under a name that an origin may have', async () => {
  const office = toyOffice();
  expect(await openInstance(office.tools)).toEqual({
    ok: false,
    error: { code: 'instance-missing' },
  });
  for (const name of ['', 'a b', 'a+b']) {
    expect(await createInstance(office.tools, name)).toMatchObject({
      error: { code: 'instance-name-malformed' },
    });
  }
  await newInstance(office);
  const again = await newInstance(office);
  await again.recordStart(caller(1), '0.1.0');
  expect(await createInstance(office.tools, 'test.example')).toEqual({
    ok: false,
    error: { code: 'instance-exists', origin: 'test.example/instance/0' },
  });
  const opened = await reopened(office);
  expect(opened.name).toBe('test.example');
  expect(await opened.contracts()).toEqual([]);
});

test('INS-1: a database with logs but without the instance’s own is not opened', async () => {
  const office = toyOffice();
  await office.store.create(registerKey, 'test.example/toy-2026/register/0');
  expect(await openInstance(office.tools)).toEqual({
    ok: false,
    error: { code: 'instance-unfinished' },
  });
});

test('INS-2: a contract is opened once, and is known after a restart', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  expect(await instance.openContract(toy, caller(901))).toEqual({
    ok: false,
    error: { code: 'contract-exists', contract: toy },
  });
  expect(await instance.openContract(toy, caller(900))).toMatchObject({
    ok: true,
    value: { repeated: true },
  });
  expect(await instance.openContract(contractId('instance'), caller(902))).toMatchObject({
    error: { code: 'contract-id-reserved' },
  });
  expect((await (await reopened(office)).contracts()).map(({ id }) => id)).toEqual([toy]);
  expect((await office.store.logs()).map(({ origin }) => origin)).toEqual([
    'test.example/instance/0',
    'test.example/toy-2026/access/0',
    'test.example/toy-2026/register/0',
  ]);
});

test('INS-2: a contract whose entry was lost is opened by doing it again', async () => {
  const inner = new MemoryStore();
  let isDown = false;
  const store = faultyStore(inner, (call) => (isDown && call === 'append' ? 'lost' : 'none'));
  const office = toyOffice({ store });
  const instance = await newInstance(office);
  isDown = true;
  await expect(instance.openContract(toy, caller(1))).rejects.toMatchObject({
    code: 'unavailable',
  });
  isDown = false;
  expect(await instance.contracts()).toEqual([]);
  expect(await instance.openContract(toy, caller(1))).toMatchObject({ ok: true });
  expect(await instance.contracts()).toHaveLength(1);
});

test('INS-3: a command is decided and recorded, a question answered', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  const command = { account: 'a', amount: 5 };
  expect(await instance.execute(toy, { ...caller(1), command })).toMatchObject({
    ok: true,
    value: { sequence: 0, subject: 'a' },
  });
  const question = { balanceOf: 'a' };
  expect(await instance.ask(toy, { ...caller(2), question })).toEqual({ ok: true, value: 5 });
  await expect(instance.ask(contractId('other'), { ...caller(3), question })).rejects.toMatchObject(
    { code: 'unknown-contract' },
  );
});

test('INS-4: a question leaves an access entry of codes and ids', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  await instance.execute(toy, { ...caller(1), command: { account: 'a', amount: 5 } });
  await instance.ask(toy, { ...caller(2), question: { balanceOf: 'a' } });
  const refused = await instance.ask(toy, { ...caller(3), question: { balanceOf: 'secret' } });
  expect(refused.ok).toBe(false);
  expect(await entriesOf(office.store, accessKey)).toMatchObject([
    {
      actor: 'person-1',
      declaration: 'access/asked@1',
      facts: {
        request: commandId(2),
        question: 'balance',
        subjects: ['a'],
        registerSize: 1,
        outcome: 'answered',
      },
    },
    {
      facts: {
        question: 'balance',
        subjects: ['secret'],
        registerSize: 1,
        outcome: 'refused',
        code: 'not-enough',
        duty: 'take-out-approval',
      },
    },
  ]);
});

test('INS-4: what is asked again is recorded again, also at the same time', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  const ask = () => instance.ask(toy, { ...caller(2), question: { balanceOf: 'a' } });
  await Promise.all([ask(), ask()]);
  await ask();
  const entries = await entriesOf(office.store, accessKey);
  expect(entries.map(({ facts }) => facts['request'])).toEqual([2, 2, 2].map(commandId));
  expect(new Set(entries.map(({ command }) => command)).size).toBe(3);
});

test('INS-4: where the access entry cannot be written nothing is answered', async () => {
  const inner = new MemoryStore();
  let isDown = false;
  const store = faultyStore(inner, (call) => (isDown && call === 'append' ? 'lost' : 'none'));
  const instance = await withContract(toyOffice({ store }));
  isDown = true;
  const asked = instance.ask(toy, { ...caller(2), question: { balanceOf: 'a' } });
  await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
  const refused = instance.execute(toy, { ...caller(1), command: { account: 'a', amount: -5 } });
  await expect(refused).rejects.toMatchObject({ code: 'unavailable' });
});

test('INS-5: a refused command leaves code and duty, never what it said', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  const command = { account: 'a', amount: -5, note: '山田太郎' };
  expect(await instance.execute(toy, { ...caller(1), command })).toMatchObject({
    ok: false,
    error: { code: 'not-enough' },
  });
  const [entry] = await entriesOf(office.store, accessKey);
  expect(entry).toMatchObject({
    declaration: 'access/refused@1',
    facts: {
      request: commandId(1),
      command: 'payment',
      subjects: ['a'],
      registerSize: 0,
      code: 'not-enough',
      duty: 'take-out-approval',
    },
    particulars: null,
  });
  expect(await entriesOf(office.store, registerKey)).toEqual([]);
});

test('INS-6: evidence is kept before the entry that names it', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  const digest = await instance.keepEvidence(toy, chunks('scan'));
  const missing = '0'.repeat(64);
  const pay = (number: number, scan: string) =>
    instance.execute(toy, { ...caller(number), command: { account: 'a', amount: 1, scan } });
  expect(await pay(1, `sha256:${missing}`)).toEqual({
    ok: false,
    error: { code: 'evidence-missing', duty: null, digest: missing },
  });
  expect(await pay(2, `sha256:${digest}`)).toMatchObject({ ok: true });
});

test('INS-7: particulars are known, erased or were never there', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  for (const [number, note] of ['山田', undefined, '佐藤'].entries()) {
    const command = { account: 'a', amount: 1, ...(note !== undefined && { note }) };
    await instance.execute(toy, { ...caller(number), command });
  }
  await instance.erase(toy, { ...caller(10), sequence: 2, reason: 'request' });
  for (const one of [instance, await reopened(office)]) {
    expect(await one.readParticulars(toy, { ...caller(11), sequences: [0, 2, 1, 99] })).toEqual([
      { status: 'known', values: { note: '山田' } },
      { status: 'erased', by: 3 },
      { status: 'none' },
      { status: 'none' },
    ]);
  }
  expect((await entriesOf(office.store, accessKey)).at(-1)).toMatchObject({
    facts: { question: 'particulars', subjects: ['entry-0', 'entry-2', 'entry-1', 'entry-99'] },
  });
});

test('INS-4: however many entries are named, access entries name all of them', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  const before = (await entriesOf(office.store, accessKey)).length;
  const sequences = Array.from({ length: 5001 }, (_, index) => 100_000 + index);
  expect(await instance.readParticulars(toy, { ...caller(11), sequences })).toHaveLength(5001);
  const added = (await entriesOf(office.store, accessKey)).slice(before);
  expect(added).toHaveLength(3);
  const named = added.flatMap(({ facts }) => facts['subjects']);
  expect(new Set(named)).toEqual(new Set(sequences.map((sequence) => `entry-${sequence}`)));
});

test.each([
  ['are gone without an erasure', async function* () {}],
  [
    'are not the committed ones',
    async function* () {
      yield [{ sequence: 0, salt: new Uint8Array(16), text: '{"note":"x"}' }];
    },
  ],
])('INS-7: particulars that %s are a fault', async (message, particulars) => {
  const inner = new MemoryStore();
  const store = faultyStore(inner, () => 'none');
  const office = toyOffice({ store });
  const instance = await withContract(office);
  await instance.execute(toy, { ...caller(1), command: { account: 'a', amount: 1, note: 'a' } });
  store.particulars = particulars;
  const read = instance.readParticulars(toy, { ...caller(2), sequences: [0] });
  await expect(read).rejects.toThrow(message);
});

test('INS-8: particulars are erased under an entry, once', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  await instance.execute(toy, { ...caller(1), command: { account: 'a', amount: 1, note: 'a' } });
  await instance.execute(toy, { ...caller(2), command: { account: 'a', amount: 1 } });
  const erase = (number: number, sequence: number) =>
    instance.erase(toy, { ...caller(number), sequence, reason: 'request' });
  for (const [number, sequence] of [
    [3, 1],
    [4, 7],
  ] as const) {
    expect(await erase(number, sequence)).toEqual({
      ok: false,
      error: { code: 'nothing-to-erase', sequence },
    });
  }
  expect(await erase(5, 0)).toMatchObject({ ok: true, value: { sequence: 2, repeated: false } });
  expect(await erase(5, 0)).toMatchObject({ ok: true, value: { sequence: 2, repeated: true } });
  expect(await erase(6, 0)).toMatchObject({ ok: false });
  expect((await entriesOf(office.store, registerKey)).at(-1)).toMatchObject({
    declaration: 'log/erased@1',
    facts: { sequence: 0, reason: 'request' },
  });
  for await (const left of office.store.particulars(registerKey, { from: 0, to: 3 })) {
    expect(left).toEqual([]);
  }
});

test('INS-8: an erasure that a crash left half done is finished at the next opening', async () => {
  const office = toyOffice({
    onStep: (step) => {
      if (step === 'erasure-recorded') throw new Error('killed');
    },
  });
  const instance = await withContract(office);
  await instance.execute(toy, { ...caller(1), command: { account: 'a', amount: 1, note: 'a' } });
  const before = await (
    await reopened(office)
  ).ask(toy, { ...caller(2), question: { balanceOf: 'a' } });
  await expect(instance.erase(toy, { ...caller(3), sequence: 0, reason: 'r' })).rejects.toThrow(
    'killed',
  );
  const left = async () => {
    const kept = [];
    for await (const batch of office.store.particulars(registerKey, { from: 0, to: 9 }))
      kept.push(...batch);
    return kept.length;
  };
  expect(await left()).toBe(1);
  const after = await (
    await reopened(office)
  ).ask(toy, { ...caller(4), question: { balanceOf: 'a' } });
  expect(await left()).toBe(0);
  expect(after).toEqual(before);
});

test('INS-8: of several who erase the same at once one does, and one entry says so', async () => {
  const office = toyOffice();
  const instance = await newInstance(office);
  await instance.openContract(toy, caller(900));
  const command = { account: 'a', amount: 1, note: 'memo' };
  await instance.execute(toy, { ...caller(1), command });
  const other = await reopened(office);
  await other.readOnly(toy);
  const answers = await Promise.all(
    [instance, instance, other].map((each, index) =>
      each.erase(toy, { ...caller(10 + index), sequence: 0, reason: 'request' }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers) {
    if (!answer.ok) expect(answer.error).toEqual({ code: 'nothing-to-erase', sequence: 0 });
  }
  const entries = await entriesOf(office.store);
  expect(entries.filter(({ declaration }) => declaration === 'log/erased@1')).toHaveLength(1);
});

test('INS-8: a reason that is no code is a fault before anything is recorded', async () => {
  const office = toyOffice();
  const instance = await withContract(office);
  const command = { account: 'a', amount: 1, note: 'memo' };
  await instance.execute(toy, { ...caller(1), command });
  const erasing = instance.erase(toy, { ...caller(2), sequence: 0, reason: '本人の 申出' });
  await expect(erasing).rejects.toMatchObject({ code: 'entry-malformed' });
  expect(await entriesOf(office.store)).toHaveLength(1);
  expect(await instance.readParticulars(toy, { ...caller(3), sequences: [0] })).toEqual([
    { status: 'known', values: { note: 'memo' } },
  ]);
});
