import { toBase64, toHex } from '@kanribo/kernel';
import { appendLeaves, emptyTree, leafHash } from '@kanribo/merkle';
import { commitParticulars } from '@kanribo/evidence';
import { expect, test } from 'vitest';
import { faultyStore } from '../testing/faulty-store.ts';
import { commandId } from '../testing/hand-clock.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { Teller, accountsKey, accountsOrigin, entriesOf } from '../testing/teller.ts';
import { balanceOf } from '../testing/toy-accounts.ts';
import type { AppendGroup, LogStore } from '../ports.ts';

async function openStore(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.create(accountsKey, accountsOrigin);
  return store;
}

/** The store, and the groups that were appended to it. */
async function watchedStore(): Promise<{
  readonly store: LogStore;
  readonly groups: readonly AppendGroup[];
}> {
  const inner = await openStore();
  const groups: AppendGroup[] = [];
  const store = faultyStore(inner, () => 'none');
  return {
    groups,
    store: {
      ...store,
      append: (key, group) => {
        groups.push(group);
        return store.append(key, group);
      },
    },
  };
}

const sequences = (entries: readonly { readonly sequence: number }[]): readonly number[] =>
  entries.map(({ sequence }) => sequence);

test('LED-1: within one group each command sees what those before it decided', async () => {
  const { store, groups } = await watchedStore();
  const teller = new Teller(store);
  const answers = await Promise.all([
    teller.pay(1, { account: 'a', amount: 5 }),
    teller.pay(2, { account: 'a', amount: -4 }),
    teller.pay(3, { account: 'a', amount: -4 }),
    teller.pay(4, { account: 'a', amount: 3 }),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, true]);
  expect(answers[2]).toMatchObject({ error: { code: 'not-enough', balance: 1 } });
  expect(groups).toHaveLength(1);
  expect((await entriesOf(store)).map(({ command }) => command)).toEqual([1, 2, 4].map(commandId));
});

test('LED-1: the entries of one command stand one after another', async () => {
  const store = await openStore();
  const teller = new Teller(store);
  await Promise.all([
    teller.pay(1, { account: 'a', amount: 1, times: 3 }),
    teller.pay(2, { account: 'b', amount: 1, times: 2 }),
  ]);
  const entries = await entriesOf(store);
  expect(entries.map(({ command, ordinal }) => [command, ordinal])).toEqual([
    [commandId(1), 0],
    [commandId(1), 1],
    [commandId(1), 2],
    [commandId(2), 0],
    [commandId(2), 1],
  ]);
  expect(sequences(entries)).toEqual([0, 1, 2, 3, 4]);
  expect(entries[0]).toMatchObject({
    actor: 'person-1',
    declaration: 'accounts/paid@1',
    duties: [['take-out-register', '20(5)']],
    facts: { account: 'a', amount: 1 },
    particulars: null,
  });
});

test('LED-2: a receipt agrees with the log', async () => {
  const store = await openStore();
  const teller = new Teller(store);
  await teller.pay(1, { account: 'a', amount: 1 });
  const answer = await teller.pay(2, { account: 'b', amount: 2000, times: 3 });
  const entries = await entriesOf(store);
  expect(answer).toEqual({
    ok: true,
    value: {
      sequence: 1,
      entries: 3,
      leafHash: toHex(leafHash(sha256, entries[1]?.bytes ?? new Uint8Array())),
      treeSize: 4,
      subject: 'b',
      warnings: ['large'],
      repeated: false,
    },
  });
  const leaves = entries.map(({ bytes }) => leafHash(sha256, bytes));
  expect(await store.head(accountsKey)).toEqual({
    origin: accountsOrigin,
    size: 4,
    root: appendLeaves(sha256, emptyTree, leaves).root,
  });
});

test('LED-3: what arrives during an append forms the next group, in order of arrival', async () => {
  const { store, groups } = await watchedStore();
  const teller = new Teller({
    ...store,
    append: async (key, group) => {
      if (groups.length < 2) arrivals.push(teller.pay(10 + groups.length, payment));
      return store.append(key, group);
    },
  });
  const payment = { account: 'a', amount: 1 };
  const arrivals = [teller.pay(1, payment), teller.pay(2, payment)];
  await Promise.all(arrivals);
  await teller.ledger.idle();
  await Promise.all(arrivals);
  expect(groups.map(({ entries }) => entries.length)).toEqual([2, 1, 1]);
  expect((await entriesOf(store)).map(({ command }) => command)).toEqual(
    [1, 2, 10, 11].map(commandId),
  );
});

test.each([
  ['commands', { groupCommands: 3 }],
  ['bytes', { groupBytes: 600 }],
])('LED-3: a group is bounded in %s', async (_name, bound) => {
  const { store, groups } = await watchedStore();
  const teller = new Teller(store, { limits: bound });
  const numbers = Array.from({ length: 7 }, (_, index) => index);
  await Promise.all(numbers.map((number) => teller.pay(number, { account: 'a', amount: 1 })));
  expect(groups.map(({ entries }) => entries.length)).toEqual([3, 3, 1]);
});

test('LED-4: a command id seen before answers its first receipt', async () => {
  const store = await openStore();
  const teller = new Teller(store);
  const payment = { account: 'a', amount: 2000, times: 2 };
  const [first, again] = await Promise.all([teller.pay(7, payment), teller.pay(7, payment)]);
  const later = await teller.pay(7, payment);
  const elsewhere = await new Teller(store).pay(7, payment);
  expect(first).toMatchObject({ ok: true, value: { repeated: false, entries: 2 } });
  const repeated = { ok: true, value: { ...(first.ok ? first.value : {}), repeated: true } };
  expect([again, later, elsewhere]).toEqual([repeated, repeated, repeated]);
  expect(await entriesOf(store)).toHaveLength(2);
});

test('LED-4: what another process recorded in the meantime is seen', async () => {
  const store = await openStore();
  const [one, other] = [new Teller(store), new Teller(store)];
  await one.pay(1, { account: 'a', amount: 1 });
  await other.pay(2, { account: 'a', amount: 1 });
  const first = await other.pay(3, { account: 'a', amount: 1 });
  const again = await one.pay(3, { account: 'a', amount: 1 });
  expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), repeated: true } });
  expect(await entriesOf(store)).toHaveLength(3);
});

test('LED-5: after a lost race the group is decided again on what came first', async () => {
  const store = await openStore();
  const [one, other] = [new Teller(store), new Teller(store)];
  await one.pay(1, { account: 'a', amount: 5 });
  await other.ledger.current();
  await one.pay(2, { account: 'a', amount: -3 });
  const answers = await Promise.all([
    other.pay(3, { account: 'a', amount: -3 }),
    other.pay(4, { account: 'a', amount: -2 }),
  ]);
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'not-enough', balance: 2 } },
    { ok: true, value: { sequence: 2 } },
  ]);
});

test('LED-6: nobody is refused on a state that is no longer the head’s', async () => {
  const store = await openStore();
  const [one, other] = [new Teller(store), new Teller(store)];
  await other.ledger.current();
  await one.pay(1, { account: 'a', amount: 5 });
  expect(await other.pay(2, { account: 'a', amount: -5 })).toMatchObject({ ok: true });
  expect(await one.pay(3, { account: 'a', amount: -1 })).toMatchObject({
    ok: false,
    error: { balance: 0 },
  });
});

test('LED-9: the clock of a log never goes back', async () => {
  const store = await openStore();
  const [one, other] = [new Teller(store), new Teller(store)];
  one.clock.advance(60_000);
  await one.pay(1, { account: 'a', amount: 1 });
  one.clock.advance(-120_000);
  await one.pay(2, { account: 'a', amount: 1 });
  await other.pay(3, { account: 'a', amount: 1 });
  other.clock.advance(90_000);
  await other.pay(4, { account: 'a', amount: 1 });
  expect((await entriesOf(store)).map(({ recordedAt }) => recordedAt.slice(11, 19))).toEqual([
    '01:01:00',
    '01:01:00',
    '01:01:00',
    '01:01:30',
  ]);
});

test('LED-12: an answer is given on a head read after the question', async () => {
  const store = await openStore();
  const [one, other] = [new Teller(store), new Teller(store)];
  await other.ledger.current();
  await one.pay(1, { account: 'a', amount: 5 });
  const { state, tree } = await other.ledger.current();
  expect(balanceOf(state, 'a')).toBe(5);
  expect(tree.frontier.size).toBe(1);
});

test('LED-12: a question that comes during an append is not answered on the head before it', async () => {
  const store = await openStore();
  const one = new Teller(store);
  const other = new Teller(faultyStore(store, (call) => (call === 'head' ? 'slow' : 'none')));
  const early = other.ledger.current();
  await Promise.resolve();
  await one.pay(1, { account: 'a', amount: 5 });
  const late = other.ledger.current();
  await early;
  expect(balanceOf((await late).state, 'a')).toBe(5);
});

test('LED-13: a slip while deciding one command stays with its caller', async () => {
  const store = await openStore();
  const teller = new Teller(store);
  const answers = await Promise.allSettled([
    teller.pay(1, { account: 'a', amount: 1 }),
    teller.pay(2, { account: '\ud800', amount: 1 }),
    teller.pay(3, { account: 'x'.repeat(70_000), amount: 1 }),
    teller.pay(4, { account: 'a', amount: 1, times: 0 }),
    teller.pay(5, { account: 'a', amount: -1 }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(answers[3]).toMatchObject({ reason: { code: 'empty-decision' } });
  expect((await entriesOf(store)).map(({ command }) => command)).toEqual([1, 5].map(commandId));
});

test('LED-14: the state in memory is the one that a restart folds', async () => {
  const store = await openStore();
  const teller = new Teller(store);
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      teller.pay(index, { account: `a${index % 3}`, amount: 7 - index, times: 1 + (index % 2) }),
    ),
  );
  const here = await teller.ledger.current();
  const there = await new Teller(store).ledger.current();
  expect({ ...there, state: [...there.state.balances] }).toEqual({
    ...here,
    state: [...here.state.balances],
  });
  expect(there.state.sequences).toEqual(here.state.sequences);
});

test('LED-15: particulars stand beside the entry under a fresh salt', async () => {
  const store = await openStore();
  const teller = new Teller(store);
  await teller.pay(1, { account: 'a', amount: 1, note: '山田' });
  await teller.pay(2, { account: 'a', amount: 1, note: '山田' });
  const kept = [];
  for await (const batch of store.particulars(accountsKey, { from: 0, to: 2 })) kept.push(...batch);
  expect(kept.map(({ text }) => text)).toEqual(['{"note":"山田"}', '{"note":"山田"}']);
  expect(kept.map(({ salt }) => salt.length)).toEqual([16, 16]);
  expect(kept[0]?.salt).not.toEqual(kept[1]?.salt);
  const entries = await entriesOf(store);
  expect(entries.map(({ particulars }) => particulars)).toEqual(
    kept.map((particulars) => commitParticulars(sha256, particulars)),
  );
  expect(entries.every(({ bytes }) => !Buffer.from(bytes).includes('山田'))).toBe(true);
});

test('LED-17: a log that goes on under a new origin does so with a group of its own', async () => {
  const { store, groups } = await watchedStore();
  const teller = new Teller(store);
  const payment = { account: 'a', amount: 1 };
  const origin = 'test.example/toy-2026/register/1';
  const resumed = {
    declaration: 'log/resumed@1',
    duties: [],
    facts: {
      origin: 'test.example/toy-2026/register/0',
      restoredSize: 1,
      restoredRoot: toBase64(new Uint8Array(32)),
      signedSize: 1,
      signedRoot: toBase64(new Uint8Array(32)),
      reason: 'restored-backup',
      person: 'person-1',
    },
    particulars: null,
  };
  const answers = await Promise.all([
    teller.pay(1, payment),
    teller.ledger.submit({
      id: commandId(2),
      actor: 'person-1',
      origin,
      decide: () => ({ ok: true, value: { subject: 'log', events: [resumed], warnings: [] } }),
    }),
    teller.pay(3, payment),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(groups.map((group) => [group.entries.length, group.origin])).toEqual([
    [1, undefined],
    [1, origin],
    [1, undefined],
  ]);
  expect((await teller.ledger.current()).origin).toBe(origin);
  expect((await new Teller(store).ledger.current()).origin).toBe(origin);
});
