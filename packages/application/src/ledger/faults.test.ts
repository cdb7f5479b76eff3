import { expect, test } from 'vitest';
import type { LogStore } from '../ports.ts';
import { type Mishap, type Mishaps, NoAnswer, faultyStore } from '../testing/faulty-store.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { balanceOf } from '../testing/toy-accounts.ts';
import { Teller, accountsKey, accountsOrigin, entriesOf } from '../testing/teller.ts';

async function openStore(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.create(accountsKey, accountsOrigin);
  return store;
}

/** The first appends meet these mishaps, everything else works. */
function onAppends(...mishaps: readonly Mishap[]): Mishaps {
  const left = [...mishaps];
  return (call) => (call === 'append' ? (left.shift() ?? 'none') : 'none');
}

const payment = { account: 'a', amount: 1 };

test.each<[readonly Mishap[]]>([
  [['lost']],
  [['answer-lost']],
  [['late']],
  [['slow']],
  [['conflict']],
  [['lost', 'answer-lost']],
  [['late', 'late']],
  [['lost', 'late', 'conflict']],
  [['conflict', 'answer-lost']],
])('LED-7: a write that is %s stands exactly once', async (mishaps) => {
  const store = await openStore();
  const teller = new Teller(faultyStore(store, onAppends(...mishaps)));
  const answers = await Promise.all([
    teller.pay(1, payment),
    teller.pay(2, { account: 'a', amount: -2 }),
    teller.pay(3, payment),
  ]);
  expect(answers).toMatchObject([
    { ok: true, value: { sequence: 0, repeated: false } },
    { ok: false },
    { ok: true, value: { sequence: 1, repeated: false } },
  ]);
  await teller.pay(4, payment);
  await later();
  expect((await entriesOf(store)).map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
});

test('LED-7: an append of this process and one of another that got lost are told apart', async () => {
  const store = await openStore();
  const other = new Teller(store);
  const teller = new Teller({
    ...faultyStore(store, onAppends('lost')),
    head: async (key) => {
      if (lost) await other.pay(9, payment);
      return store.head(key);
    },
    append: async (key, group) => {
      const append = faultyStore(store, onAppends(lost ? 'none' : 'lost')).append(key, group);
      lost = true;
      return append;
    },
  });
  let lost = false;
  expect(await teller.pay(1, payment)).toMatchObject({
    ok: true,
    value: { sequence: 1, repeated: false },
  });
  expect(await entriesOf(store)).toHaveLength(2);
});

test('LED-7: an append that comes in just before it is sent again is known as one’s own', async () => {
  const store = await openStore();
  const underWay: (() => Promise<unknown>)[] = [];
  const teller = new Teller({
    ...faultyStore(store, () => 'none'),
    append: async (key, group) => {
      const append = (): Promise<'appended' | 'conflict'> => store.append(key, group);
      const earlier = underWay.pop();
      if (earlier !== undefined) {
        await earlier();
        return append();
      }
      underWay.push(append);
      throw new NoAnswer('late');
    },
  });
  expect(await teller.pay(1, payment)).toMatchObject({
    ok: true,
    value: { sequence: 0, repeated: false },
  });
  expect(await entriesOf(store)).toHaveLength(1);
});

test('LED-7: the bytes of an unanswered append are sent again as they were', async () => {
  const store = await openStore();
  const sent: string[] = [];
  const faulty = faultyStore(store, onAppends('lost', 'lost'));
  const teller = new Teller({
    ...faulty,
    append: (key, group) => {
      sent.push(...group.entries.map(({ entry }) => entry));
      teller.clock.advance(1000);
      return faulty.append(key, group);
    },
  });
  await teller.pay(1, { ...payment, note: 'x' });
  expect(new Set(sent).size).toBe(1);
  expect(sent).toHaveLength(3);
});

test('LED-8: if the database stays away everyone who waits is told so', async () => {
  const store = await openStore();
  let away = true;
  const teller = new Teller(faultyStore(store, () => (away ? 'lost' : 'none')));
  const answers = await Promise.allSettled([teller.pay(1, payment), teller.ledger.current()]);
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  }
  expect(JSON.stringify(answers[0], messageOf)).toMatch(/same command id may be sent again/);
  away = false;
  expect(await teller.pay(1, payment)).toMatchObject({ ok: true, value: { repeated: false } });
});

test.each<['answer-lost' | 'late']>([['answer-lost'], ['late']])(
  'LED-8: a command that was %s while the database went away is found when it is sent again',
  async (mishap) => {
    const store = await openStore();
    let away = false;
    const teller = new Teller(
      faultyStore(store, (call) => {
        if (away) return 'lost';
        if (call !== 'append') return 'none';
        away = true;
        return mishap;
      }),
    );
    await expect(teller.pay(1, payment)).rejects.toMatchObject({ code: 'unavailable' });
    away = false;
    await later();
    expect(await teller.pay(1, payment)).toMatchObject({
      ok: true,
      value: { sequence: 0, repeated: true },
    });
    expect(await entriesOf(store)).toHaveLength(1);
  },
);

test('LED-8: sent again on a bad connection, what was read back once is not lost again', async () => {
  const store = await openStore();
  const numbers = Array.from({ length: 20 }, (_, number) => number);
  const mishaps: readonly Mishap[] = ['none', 'answer-lost', 'lost', 'lost', 'lost', 'lost'];
  let calls = -1;
  const teller = new Teller(
    faultyStore(store, () => {
      calls += 1;
      return mishaps[calls % (mishaps.length + 19)] ?? 'none';
    }),
  );
  const left = new Set(numbers);
  for (let round = 0; round < 20; round += 1) {
    const pay = async (number: number) => {
      if ((await teller.pay(number, payment)).ok) left.delete(number);
    };
    await Promise.allSettled([...left].map(pay));
    if (round === 0) expect(left.size).toBe(numbers.length);
  }
  expect(left.size).toBe(0);
  expect(await entriesOf(store)).toHaveLength(numbers.length);
});

test('LED-8: after a lost write the log is read before anything is decided', async () => {
  const store = await openStore();
  const calls: string[] = [];
  let away = false;
  const teller = new Teller(
    faultyStore(store, (call) => {
      calls.push(call);
      return away ? 'lost' : 'none';
    }),
  );
  await teller.pay(1, payment);
  away = true;
  await expect(teller.pay(2, payment)).rejects.toMatchObject({ code: 'unavailable' });
  away = false;
  calls.length = 0;
  await teller.pay(3, payment);
  expect(calls).toEqual(['head', 'append']);
});

test.each<[string, (store: MemoryStore) => Promise<LogStore>, RegExp]>([
  [
    'a changed entry',
    async (store) => changed(store, (text) => text.replace('"a"', '"b"')),
    /root/,
  ],
  ['an entry that is none', async (store) => changed(store, () => '{}'), /not an entry/],
  ['a moved entry', async (store) => changed(store, (text) => text.replace(':1}', ':0}')), /root/],
  ['a missing entry', async (store) => missing(store), /holds 0 entries .* says 1/],
])('LED-11: %s is found when the log is read', async (_name, damage, message) => {
  const store = await openStore();
  await new Teller(store).pay(1, payment);
  const teller = new Teller(await damage(store));
  await expect(teller.pay(2, payment)).rejects.toThrow(message);
  await expect(teller.pay(3, payment)).rejects.toThrow(message);
  expect(teller.ledger.corrupt?.code).toBe('corrupt');
  expect(teller.ledger.corrupt?.message).toContain('register of toy-2026');
  expect((await store.head(accountsKey))?.size).toBe(1);
});

test.each<[string, number, RegExp]>([
  ['became shorter', 1, /had 2 entries .* now says 1/],
  ['is another one', 2, /do not have the root .* at size 2/],
  ['is another, longer one', 3, /do not have the root .* at size 3/],
])('LED-11: a log that %s is found by who knew it', async (_name, times, message) => {
  const store = await openStore();
  await new Teller(store).pay(1, { ...payment, times: 2 });
  const replaced = await openStore();
  await new Teller(replaced).pay(2, { ...payment, times });
  let now: LogStore = store;
  const teller = new Teller({
    ...faultyStore(store, () => 'none'),
    head: (key) => now.head(key),
    entries: (key, range) => now.entries(key, range),
  });
  await teller.ledger.current();
  now = replaced;
  const known = await teller.ledger.current();
  expect(known.tree.frontier.size).toBe(2);
  expect(balanceOf(known.state, 'a')).toBe(2);
  await expect(teller.pay(4, payment)).rejects.toMatchObject({ code: 'corrupt' });
  await expect(teller.pay(4, payment)).rejects.toThrow(message);
});

async function changed(store: MemoryStore, change: (text: string) => string): Promise<LogStore> {
  return {
    ...faultyStore(store, () => 'none'),
    async *entries(key, range) {
      for await (const batch of store.entries(key, range)) {
        yield batch.map((bytes) => Buffer.from(change(Buffer.from(bytes).toString('utf8'))));
      }
    },
  };
}

async function missing(store: MemoryStore): Promise<LogStore> {
  return { ...faultyStore(store, () => 'none'), async *entries() {} };
}

function later(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
}

function messageOf(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.message : value;
}
