import type { NewEntry } from '@kanribo/application';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { type TestDatabase, createTestDatabase } from '../testing/index.ts';
import { collect, groupOf, newKey, rootOf, textsOf } from '../testing/samples.ts';

let place: TestDatabase;
let database: Database;
const store = () => openStore(database, async () => new Uint8Array(32));

beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
});

afterAll(async () => {
  await database.close();
  await place.close();
});

test('STO-1: a group goes in as a whole where the log stands as expected, else not at all', async () => {
  const key = newKey();
  await store().create(key, 'example/c/register/0');
  expect(await store().append(key, groupOf(0, ['a', '名前']))).toBe('appended');
  expect(await store().append(key, groupOf(0, ['b']))).toBe('conflict');
  expect(await store().append(key, groupOf(3, ['b']))).toBe('conflict');
  expect(await store().append(newKey(), groupOf(0, ['b']))).toBe('conflict');
  const head = await store().head(key);
  expect(head).toMatchObject({ size: 2, origin: 'example/c/register/0' });
  expect(Buffer.from(head?.root ?? [])).toEqual(Buffer.from(rootOf(2)));
  expect(await textsOf(store(), key, 9)).toEqual(['a', '名前']);
});

test('STO-1: of appends at one size from many connections exactly one succeeds', async () => {
  const key = newKey();
  await store().create(key, 'o');
  for (let size = 0; size < 20; size += 1) {
    const tries = Array.from({ length: 8 }, (_, index) =>
      store().append(key, groupOf(size, [`${size} by ${index}`])),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
  }
  expect(await textsOf(store(), key, 20)).toHaveLength(20);
});

test('STO-2: any text comes back byte for byte, in order, over the edges of batches', async () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 40 })
    .filter((candidate) => candidate.isWellFormed() && !candidate.includes('\0'));
  const key = newKey();
  await store().create(key, 'o');
  let known: readonly string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
      await store().append(key, groupOf(known.length, texts));
      known = [...known, ...texts];
      expect(await textsOf(store(), key, known.length)).toEqual(known);
    }),
    { numRuns: 25 },
  );
  const many = Array.from({ length: 5000 }, (_, index) => `entry ${index}`);
  await store().append(key, groupOf(known.length, many));
  known = [...known, ...many];
  expect(await textsOf(store(), key, known.length + 10)).toEqual(known);
  const middle = await collect(store().entries(key, { from: 2000, to: 4500 }));
  expect(middle.flat().map((bytes) => Buffer.from(bytes).toString())).toEqual(
    known.slice(2000, 4500),
  );
});

test('STO-2: entries with line ends come back as they are', async () => {
  const key = newKey();
  await store().create(key, 'o');
  const texts = ['{}', 'a\nb', '\n', '', 'é\r\n', ...Array.from({ length: 40 }, () => '名\n')];
  await store().append(key, groupOf(0, texts));
  expect(await textsOf(store(), key, texts.length)).toEqual(texts);
});

test('STO-2: particulars come back with their sequence, and only where there are any', async () => {
  const key = newKey();
  await store().create(key, 'o');
  const salt = rootOf(7).subarray(0, 16);
  const entries: readonly NewEntry[] = [
    { entry: 'a', particulars: { salt, text: '{"name":"山田"}' } },
    { entry: 'b', particulars: null },
    { entry: 'c', particulars: { salt, text: '{}' } },
  ];
  await store().append(key, { expectedSize: 0, root: rootOf(1), entries, tiles: [] });
  const found = (await collect(store().particulars(key, { from: 0, to: 3 }))).flat();
  expect(found).toEqual([
    { sequence: 0, salt: Buffer.from(salt), text: '{"name":"山田"}' },
    { sequence: 2, salt: Buffer.from(salt), text: '{}' },
  ]);
});

test('STO-3: the origin stays, but for an append that gives a new one', async () => {
  const key = newKey();
  await store().create(key, 'register/0');
  await store().append(key, groupOf(0, ['a']));
  await store().create(key, 'register/0');
  expect(await store().head(key)).toMatchObject({ origin: 'register/0', size: 1 });
  await expect(store().create(key, 'register/1')).rejects.toMatchObject({ code: 'origin-differs' });
  await store().append(key, { ...groupOf(1, ['b']), origin: 'register/1' });
  await store().append(key, groupOf(2, ['c']));
  expect(await store().head(key)).toMatchObject({ origin: 'register/1', size: 3 });
});

test('STO-3: all logs are listed by contract and log; one that was never made has no head', async () => {
  const key = newKey();
  await store().create(key, 'r');
  await store().create({ ...key, log: 'access' }, 'a');
  const found = (await store().logs()).filter(({ contractId }) => contractId === key.contractId);
  expect(found.map(({ log, origin }) => [log, origin])).toEqual([
    ['access', 'a'],
    ['register', 'r'],
  ]);
  expect(await store().head(newKey())).toBeUndefined();
});

test('STO-4: tiles come back by level and index, also more than one reading gives', async () => {
  const key = newKey();
  await store().create(key, 'o');
  const tiles = Array.from({ length: 300 }, (_, index) => ({
    level: index < 290 ? 0 : 1,
    index: index < 290 ? index : index - 290,
    hashes: new Uint8Array(8192).fill(index),
  }));
  await store().append(key, { ...groupOf(0, ['a']), tiles });
  const found = await collect(store().tiles(key));
  expect(found.map(({ level, index, hashes }) => [level, index, hashes[0]])).toEqual(
    tiles.map(({ level, index, hashes }) => [level, index, hashes[0]]),
  );
  expect(await store().tile(key, { level: 1, index: 3 })).toEqual(Buffer.alloc(8192, 293));
  expect(await store().tile(key, { level: 2, index: 0 })).toBeUndefined();
});

test('STO-5: a snapshot shows one state, whatever is written meanwhile', async () => {
  const key = newKey();
  await store().create(key, 'o');
  await store().append(key, groupOf(0, ['a']));
  const seen = await store().snapshot(async (reader) => {
    const before = await reader.head(key);
    await store().append(key, groupOf(1, ['b']));
    await store().keep(key.contractId, oneChunk('scan'));
    return {
      sizes: [before?.size, (await reader.head(key))?.size],
      texts: await textsOf(reader, key, 9),
      digests: await reader.evidenceDigests(key.contractId),
    };
  });
  expect(seen).toEqual({ sizes: [1, 1], texts: ['a'], digests: [] });
});

test('STO-5: readings of a snapshot may be interleaved and broken off', async () => {
  const key = newKey();
  await store().create(key, 'o');
  const texts = Array.from({ length: 5000 }, (_, index) => `${index}`);
  await store().append(key, groupOf(0, texts));
  await store().snapshot(async (reader) => {
    const outer: number[] = [];
    for await (const batch of reader.entries(key, { from: 0, to: 5000 })) {
      outer.push(batch.length);
      expect(await reader.head(key)).toMatchObject({ size: 5000 });
      for await (const inner of reader.entries(key, { from: 0, to: 5000 })) {
        expect(inner.length).toBeGreaterThan(0);
        break;
      }
    }
    expect(outer.reduce((sum, count) => sum + count, 0)).toBe(5000);
  });
});

test('STO-5: what the user of a snapshot throws comes through, and the store goes on', async () => {
  const thrown = new Error('of the user');
  const tries = Array.from({ length: 20 }, () =>
    store().snapshot(async () => {
      throw thrown;
    }),
  );
  for (const outcome of await Promise.allSettled(tries)) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: thrown });
  }
  expect(await store().head(newKey())).toBeUndefined();
});

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
