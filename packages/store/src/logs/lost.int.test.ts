import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { type TestDatabase, type Wire, createTestDatabase, openWire } from '../testing/index.ts';
import { startProgram } from '../testing/program.ts';
import { groupOf, newKey, textsOf } from '../testing/samples.ts';

let place: TestDatabase;
let wire: Wire;
let database: Database;
const store = () => openStore(database, async () => new Uint8Array(32));

beforeAll(async () => {
  place = await createTestDatabase();
  wire = await openWire(place.url);
  database = await openDatabase({ url: wire.url });
});

afterAll(async () => {
  await database.close();
  await wire.close();
  await place.close();
});

/** Each way of appending: the statement, and a group that is sent by it. */
const appends: readonly (readonly [string, readonly string[]])[] = [
  ['append-one', ['a']],
  ['append', ['a', 'b']],
];

test.each(appends)(
  'STO-7: %s cut before it was sent throws `unavailable` and did not happen',
  async (statement, texts) => {
    const key = newKey();
    await store().create(key, 'o');
    wire.cutNext(statement, 'before-send');
    await expect(store().append(key, groupOf(0, texts))).rejects.toMatchObject({
      name: 'StoreFault',
      code: 'unavailable',
    });
    expect(await store().head(key)).toMatchObject({ size: 0 });
    expect(await store().append(key, groupOf(0, texts))).toBe('appended');
  },
);

test.each(appends)(
  'STO-7: %s cut after its commit throws `unavailable` and did happen',
  async (statement, texts) => {
    const key = newKey();
    await store().create(key, 'o');
    wire.cutNext(statement, 'after-commit');
    await expect(store().append(key, groupOf(0, texts))).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await store().head(key)).toMatchObject({ size: texts.length });
    expect(await textsOf(store(), key, texts.length)).toEqual(texts);
    expect(await store().append(key, groupOf(0, texts))).toBe('conflict');
  },
);

test.each(appends)(
  'STO-7: %s that was lost under way cannot happen once the head was read',
  async (statement, texts) => {
    const key = newKey();
    await store().create(key, 'o');
    await place.asOwner(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM kanribo.log WHERE contract_id = $1 FOR UPDATE', [
        key.contractId,
      ]);
      wire.cutNext(statement, 'in-flight');
      await expect(store().append(key, groupOf(0, texts))).rejects.toMatchObject({
        code: 'unavailable',
      });
      expect(await store().head(key)).toMatchObject({ size: 0 });
      await client.query('COMMIT');
    });
    await sleep(200);
    expect(await store().head(key)).toMatchObject({ size: 0 });
  },
);

test('STO-8: while the database is gone all is `unavailable`; when it is back all goes on', async () => {
  const key = newKey();
  await store().create(key, 'o');
  await wire.down();
  await expect(store().append(key, groupOf(0, ['a']))).rejects.toMatchObject({
    code: 'unavailable',
  });
  await expect(store().head(key)).rejects.toMatchObject({ code: 'unavailable' });
  await wire.up();
  expect(await store().head(key)).toMatchObject({ size: 0 });
  expect(await store().append(key, groupOf(0, ['a']))).toBe('appended');
});

test('STO-8: a snapshot whose connection breaks is a fault of its own, not of the program', async () => {
  const key = newKey();
  const broken = store().snapshot(async (reader) => {
    await reader.head(key);
    await wire.down();
    await wire.up();
    await sleep(50);
    return reader.head(key);
  });
  await expect(broken).rejects.toMatchObject({ code: 'unavailable' });
  expect(await store().head(key)).toBeUndefined();
});

test('STO-1: two processes append to one log, and exactly one wins each size', async () => {
  const key = newKey();
  await store().create(key, 'o');
  const total = 200;
  const [one, two] = await Promise.all(
    ['one', 'two'].map(
      (name) => startProgram('append', [place.url, key.contractId, String(total), name]).printed,
    ),
  );
  const owns: readonly unknown[] = [JSON.parse(one ?? ''), JSON.parse(two ?? '')];
  const sequences = owns.flat().map(Number);
  expect(sequences.sort((a, b) => a - b)).toEqual(Array.from({ length: total }, (_, i) => i));
  const texts = await textsOf(store(), key, total);
  expect(texts.map((text) => text.split(' ')[1])).toEqual(texts.map((_, index) => String(index)));
});
