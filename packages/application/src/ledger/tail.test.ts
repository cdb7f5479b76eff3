import { equalBytes } from '@kanribo/kernel';
import { appendLeaves, emptyTree, leafHash } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import { faultyStore } from '../testing/faulty-store.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { sha256 } from '../testing/sha256.ts';
import { Teller, accountsKey, accountsOrigin, entriesOf } from '../testing/teller.ts';
import type { EntryRange, LogStore } from '../ports.ts';
import type { Standing } from './fold.ts';
import { standingAtTail } from './tail.ts';
import { accountRules } from '../testing/toy-accounts.ts';

/** A store that holds a log of this many entries, without deciding any of them. */
async function storeOf(size: number): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.create(accountsKey, accountsOrigin);
  const texts = Array.from(
    { length: size },
    (_, sequence) =>
      `{"actor":"a","command":"${'0'.repeat(32)}","declaration":"x@1","duties":[],"facts":{},` +
      `"format":1,"ordinal":0,"particulars":null,"recordedAt":"2026-11-23T01:00:00.000Z",` +
      `"sequence":${sequence}}`,
  );
  const leaves = texts.map((text) => leafHash(sha256, Buffer.from(text)));
  const { root, tiles } = appendLeaves(sha256, emptyTree, leaves);
  const entries = texts.map((entry) => ({ entry, particulars: null }));
  await store.append(accountsKey, { expectedSize: 0, root, entries, tiles });
  return store;
}

async function openAt(store: LogStore): Promise<Standing<unknown>> {
  const head = await store.head(accountsKey);
  if (head === undefined) throw new Error('no head');
  return standingAtTail(head, {
    store,
    key: accountsKey,
    sha256,
    rules: accountRules,
    folds: 'nothing',
    clock: { now: () => new Teller(store).clock.now() },
    random: { bytes: (count) => new Uint8Array(count) },
  });
}

test.each([0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 66_000])(
  'LED-16: a log of %i entries is opened at its tail and goes on with the same roots',
  async (size) => {
    const store = await storeOf(size);
    const opened = await openAt(store);
    const head = await store.head(accountsKey);
    expect(opened.root).toEqual(head?.root);
    const more = Array.from({ length: 300 }, (_, index) => sha256(Uint8Array.of(index & 255)));
    const leaves = (await entriesOf(store)).map(({ bytes }) => leafHash(sha256, bytes));
    const whole = appendLeaves(sha256, emptyTree, leaves);
    const direct = appendLeaves(sha256, whole.tree, more);
    const resumed = appendLeaves(sha256, opened.tree, more);
    expect(equalBytes(resumed.root, direct.root)).toBe(true);
    expect(resumed.tiles).toEqual(direct.tiles);
  },
);

test('LED-16: only the tail is read', async () => {
  const inner = await storeOf(70_000);
  const ranges: EntryRange[] = [];
  const store: LogStore = {
    ...faultyStore(inner, () => 'none'),
    entries: (key, range) => {
      ranges.push(range);
      return inner.entries(key, range);
    },
  };
  const teller = new Teller(store, { folds: 'nothing' });
  await teller.pay(1, { account: 'a', amount: 1 });
  await teller.pay(1, { account: 'a', amount: 1 });
  const read = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  expect(read).toBeLessThanOrEqual(256);
  expect((await inner.head(accountsKey))?.size).toBe(70_002);
});

test('LED-16: what others wrote to such a log is hashed and compared', async () => {
  const store = await storeOf(1000);
  const [one, other] = [
    new Teller(store, { folds: 'nothing' }),
    new Teller(store, { folds: 'nothing' }),
  ];
  await other.ledger.current();
  for (let number = 0; number < 300; number += 1)
    await one.pay(number, { account: 'a', amount: 1 });
  await other.pay(1, { account: 'a', amount: 1 });
  const leaves = (await entriesOf(store)).map(({ bytes }) => leafHash(sha256, bytes));
  const whole = appendLeaves(sha256, emptyTree, leaves);
  expect(await store.head(accountsKey)).toMatchObject({ size: 1301, root: whole.root });
  const tiles = [];
  for await (const tile of store.tiles(accountsKey)) tiles.push(tile);
  expect(tiles).toEqual(whole.tiles);
});

test('LED-16: a tail that does not have the root of the head is corrupt', async () => {
  const store = await storeOf(600);
  const damaged: LogStore = {
    ...faultyStore(store, () => 'none'),
    tile: async (key, place) => {
      const tile = await store.tile(key, place);
      return tile === undefined || place.index !== 1 ? tile : tile.toReversed();
    },
  };
  const teller = new Teller(damaged, { folds: 'nothing' });
  await expect(teller.pay(1, { account: 'a', amount: 1 })).rejects.toMatchObject({
    code: 'corrupt',
  });
});
