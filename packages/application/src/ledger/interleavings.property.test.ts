import * as fc from 'fast-check';
import { toHex } from '@kanribo/kernel';
import { appendLeaves, emptyTree, leafHash } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import { ApplicationFault } from '../application-fault.ts';
import { type Mishap, type Mishaps, faultyStore } from '../testing/faulty-store.ts';
import { commandId } from '../testing/hand-clock.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { Teller, accountsKey, accountsOrigin, entriesOf } from '../testing/teller.ts';
import type { Payment } from '../testing/toy-accounts.ts';

type Outcome = Awaited<ReturnType<Teller['pay']>> | 'unavailable';

interface Order {
  readonly teller: 0 | 1;
  readonly number: number;
  readonly pauseMs: number;
}

const mishap = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Mishap>('none') },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Mishap[]>('lost', 'answer-lost', 'late', 'slow', 'conflict'),
  },
);

const order: fc.Arbitrary<Order> = fc.record({
  teller: fc.constantFrom(0, 1),
  number: fc.nat({ max: 60 }),
  pauseMs: fc.constantFrom(0, 0, 0, 1, 2),
});

function following(mishaps: readonly Mishap[]): Mishaps {
  let call = 0;
  return () => {
    call += 1;
    return mishaps[call % (mishaps.length + 20)] ?? 'none';
  };
}

/** The same command id always stands for the same command. */
function paymentOf(number: number): Payment {
  return { account: 'a', amount: (number % 10) - 4, times: 1 + (number % 3) };
}

async function perform(
  store: MemoryStore,
  orders: readonly Order[],
  mishaps: readonly (readonly Mishap[])[],
): Promise<readonly Outcome[]> {
  const stores = mishaps.map((one) => faultyStore(store, following(one)));
  const tellers = stores.map((one) => new Teller(one));
  const outcomes: Promise<Outcome>[] = [];
  for (const { teller, number, pauseMs } of orders) {
    if (pauseMs > 0) await pause(pauseMs);
    const paid = tellers[teller]?.pay(number, paymentOf(number));
    if (paid !== undefined) outcomes.push(paid.catch(unlessUnavailable));
  }
  const all = await Promise.all(outcomes);
  await Promise.all(stores.map((one) => one.drained()));
  return all;
}

function unlessUnavailable(fault: unknown): 'unavailable' {
  if (fault instanceof ApplicationFault && fault.code === 'unavailable') return 'unavailable';
  throw fault;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

test('LED-10: whatever gets lost, every acknowledged command stands exactly once and as told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { maxLength: 40 }),
      fc.array(mishap, { maxLength: 60 }),
      fc.array(mishap, { maxLength: 60 }),
      async (orders, here, there) => {
        const store = new MemoryStore();
        await store.create(accountsKey, accountsOrigin);
        const outcomes = await perform(store, orders, [here, there]);
        const entries = await entriesOf(store);
        const leaves = entries.map(({ bytes }) => leafHash(sha256, bytes));

        const head = await store.head(accountsKey);
        const { root, tiles } = appendLeaves(sha256, emptyTree, leaves);
        expect(head).toMatchObject({ size: entries.length, root });
        const stored = [];
        for await (const tile of store.tiles(accountsKey)) stored.push(tile);
        expect(stored).toEqual(tiles);

        let balance = 0;
        for (const { facts } of entries) {
          balance += Number(facts['amount']);
          expect(balance).toBeGreaterThanOrEqual(0);
        }
        expect(entries.map(({ recordedAt }) => recordedAt)).toEqual(
          entries.map(({ recordedAt }) => recordedAt).sort(),
        );

        for (const [index, outcome] of outcomes.entries()) {
          const number = orders[index]?.number ?? 0;
          const left = entries.filter(({ command }) => command === commandId(number));
          if (outcome === 'unavailable' || !outcome.ok) continue;
          const { sequence, entries: count, leafHash: leaf, treeSize } = outcome.value;
          expect(left.map((entry) => entry.sequence)).toEqual(
            Array.from({ length: count }, (_, ordinal) => sequence + ordinal),
          );
          expect(left.map(({ ordinal }) => ordinal)).toEqual(left.map((_, ordinal) => ordinal));
          expect(treeSize).toBe(sequence + count);
          expect(leaf).toBe(toHex(leaves[sequence] ?? new Uint8Array()));
        }
        expectOrderKept(orders, outcomes);
      },
    ),
    { numRuns: 300 },
  );
});

/** Of one process, what was newly recorded stands in the order in which it was submitted. */
function expectOrderKept(orders: readonly Order[], outcomes: readonly Outcome[]): void {
  for (const teller of [0, 1]) {
    const recorded = outcomes.flatMap((outcome, index) => {
      if (orders[index]?.teller !== teller || outcome === 'unavailable' || !outcome.ok) return [];
      return outcome.value.repeated ? [] : [outcome.value.sequence];
    });
    expect(recorded).toEqual(recorded.toSorted((left, right) => left - right));
  }
}

test('LED-10: sent again until they are answered, all commands stand exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(mishap, { maxLength: 60 }),
      fc.array(mishap, { maxLength: 60 }),
      async (here, there) => {
        const store = new MemoryStore();
        await store.create(accountsKey, accountsOrigin);
        const stores = [here, there].map((one) => faultyStore(store, following(one)));
        const tellers = stores.map((one) => new Teller(one));
        const numbers = Array.from({ length: 20 }, (_, number) => number);
        const payments = tellers.flatMap((teller, which) =>
          numbers.map(async (number) => {
            for (;;) {
              const id = which * 10 + number;
              const paid = await teller
                .pay(id, { account: 'a', amount: 1 })
                .catch(unlessUnavailable);
              if (paid !== 'unavailable') return paid;
            }
          }),
        );
        await Promise.all(payments);
        await Promise.all(stores.map((one) => one.drained()));
        const commands = (await entriesOf(store)).map(({ command }) => command);
        expect(commands.toSorted()).toEqual(
          Array.from({ length: 30 }, (_, number) => commandId(number)),
        );
      },
    ),
    { numRuns: 100 },
  );
});
