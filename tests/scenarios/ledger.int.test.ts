import type { EvidenceStore, LogStore } from '@kanribo/application';
import {
  type Mishap,
  NoAnswer,
  Teller,
  accountsKey,
  accountsOrigin,
  commandId,
  entriesOf,
  faultyStore,
  sha256,
} from '@kanribo/application/testing';
import { toHex } from '@kanribo/kernel';
import { appendLeaves, emptyTree, leafHash } from '@kanribo/merkle';
import { type Database, openDatabase, openStore } from '@kanribo/store';
import { type TestDatabase, createTestDatabase } from '@kanribo/store/testing';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

const payment = { account: 'a', amount: 1 };

let place: TestDatabase;
let database: Database;
let store: LogStore & EvidenceStore;

beforeEach(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
  store = openStore(database, async () => new Uint8Array(32));
  await store.create(accountsKey, accountsOrigin);
});

afterEach(async () => {
  await database.close();
  await place.close();
});

/** The first appends meet these mishaps, everything else works. */
function onAppends(...mishaps: readonly Mishap[]): (call: string) => Mishap {
  const left = [...mishaps];
  return (call) => (call === 'append' ? (left.shift() ?? 'none') : 'none');
}

test.each<[readonly Mishap[]]>([
  [['lost']],
  [['answer-lost']],
  [['late']],
  [['conflict']],
  [['lost', 'answer-lost']],
  [['late', 'late', 'conflict']],
])('LED-7: on PostgreSQL a write that is %s stands exactly once', async (mishaps) => {
  const faulty = faultyStore(store, onAppends(...mishaps));
  const teller = new Teller(faulty);
  const answers = await Promise.all([
    teller.pay(1, payment),
    teller.pay(2, { account: 'a', amount: -2 }),
    teller.pay(3, { ...payment, note: '山田' }),
  ]);
  await faulty.drained();
  expect(answers).toMatchObject([
    { ok: true, value: { sequence: 0, repeated: false } },
    { ok: false },
    { ok: true, value: { sequence: 1, repeated: false } },
  ]);
  expect((await entriesOf(store)).map(({ command }) => command)).toEqual([1, 3].map(commandId));
});

test('LED-8: on PostgreSQL a command that stood without an answer is found again', async () => {
  let isAway = false;
  const faulty = faultyStore(store, (call) => {
    if (isAway) return 'lost';
    isAway = call === 'append';
    return isAway ? 'answer-lost' : 'none';
  });
  const teller = new Teller(faulty);
  await expect(teller.pay(1, payment)).rejects.toMatchObject({ code: 'unavailable' });
  isAway = false;
  const again = await teller.pay(1, payment);
  const elsewhere = await new Teller(store).pay(1, payment);
  expect(again).toMatchObject({ ok: true, value: { sequence: 0, repeated: true } });
  expect(elsewhere).toEqual(again);
});

test('LED-8: a session that is ended under an append is settled by sending it again', async () => {
  let isFirst = true;
  const teller = new Teller(
    {
      ...faultyStore(store, () => 'none'),
      append: async (key, group) => {
        if (!isFirst) return store.append(key, group);
        isFirst = false;
        const answer = store.append(key, group).catch((fault: unknown) => fault);
        await place.asOwner((client) =>
          client.query(
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()' +
              ' AND datname = current_database()',
          ),
        );
        await answer;
        throw new NoAnswer('the session was ended');
      },
    },
    { limits: { patienceMs: [10, 50, 200, 500] } },
  );
  expect(await teller.pay(1, payment)).toMatchObject({ ok: true, value: { sequence: 0 } });
  expect(await entriesOf(store)).toHaveLength(1);
});

test('LED-10: on PostgreSQL two processes write one log and every receipt agrees with it', async () => {
  const second = await openDatabase({ url: place.url });
  const stores = [store, openStore(second, async () => new Uint8Array(32))];
  const mishap = fc.constantFrom<Mishap[]>('none', 'none', 'none', 'lost', 'answer-lost', 'late');
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ which: fc.nat({ max: 1 }), number: fc.nat({ max: 30 }) }), {
        maxLength: 30,
      }),
      fc.array(mishap, { maxLength: 20 }),
      async (orders, mishaps) => {
        run += 1;
        const first = run * 1000;
        const left = [...mishaps];
        const faulty = stores.map((one) => faultyStore(one, () => left.shift() ?? 'none'));
        const tellers = faulty.map((one) => new Teller(one));
        const answers = await Promise.all(
          orders.map(async ({ which, number }) =>
            tellers[which]
              ?.pay(first + number, { ...payment, times: 1 + (number % 3) })
              .catch((fault: unknown) => fault),
          ),
        );
        await Promise.all(faulty.map((one) => one.drained()));
        const entries = await entriesOf(store);
        const leaves = entries.map(({ bytes }) => leafHash(sha256, bytes));
        const head = await store.head(accountsKey);
        expect(toHex(head?.root ?? new Uint8Array())).toBe(
          toHex(appendLeaves(sha256, emptyTree, leaves).root),
        );
        for (const [index, answer] of answers.entries()) {
          const id = commandId(first + (orders[index]?.number ?? 0));
          const stood = entries.filter(({ command }) => command === id);
          if (answer instanceof Error || answer === undefined) continue;
          expect(answer).toMatchObject({
            ok: true,
            value: { sequence: stood[0]?.sequence, entries: stood.length },
          });
        }
      },
    ),
    { numRuns: 30 },
  );
  await second.close();
});

test('LED-11: an entry changed by the database’s owner is found when the log is read', async () => {
  const teller = new Teller(store);
  await teller.pay(1, payment);
  await teller.pay(2, payment);
  await place.asOwner((client) =>
    client.query(
      'UPDATE kanribo.entry SET entry = replace(entry, \'"a"\', \'"b"\') WHERE sequence = 0',
    ),
  );
  const after = new Teller(store);
  await expect(after.pay(3, payment)).rejects.toMatchObject({ code: 'corrupt' });
});

test('LED-16: on PostgreSQL a log that is never folded is opened at its tail', async () => {
  const teller = new Teller(store, { folds: 'nothing' });
  const numbers = Array.from({ length: 700 }, (_, number) => number);
  await Promise.all(numbers.map((number) => teller.pay(number, payment)));
  const again = new Teller(store, { folds: 'nothing' });
  expect(await again.pay(900, payment)).toMatchObject({ ok: true, value: { sequence: 700 } });
  const leaves = (await entriesOf(store)).map(({ bytes }) => leafHash(sha256, bytes));
  const { root } = appendLeaves(sha256, emptyTree, leaves);
  expect(toHex((await store.head(accountsKey))?.root ?? root.subarray(1))).toBe(toHex(root));
});
