import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { type TestDatabase, createTestDatabase } from '../testing/index.ts';
import { groupOf, newKey, textsOf } from '../testing/samples.ts';

let place: TestDatabase;
let database: Database;
const store = () => openStore(database, async () => new Uint8Array(32));

beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
});

beforeEach(async () => {
  await place.asOwner((client) =>
    client.query('TRUNCATE kanribo.log, kanribo.entry, kanribo.tile, kanribo.evidence'),
  );
});

afterAll(async () => {
  await database.close();
  await place.close();
});

async function* scan(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('scan');
}

test('STO-6: an empty database is filled by logs and evidence together', async () => {
  const key = newKey();
  const answer = await store().fill(async (target) => {
    await target.create(key, 'o');
    await target.append(key, groupOf(0, ['a', 'b']));
    expect(await store().head(key)).toBeUndefined();
    expect(await target.snapshot((reader) => textsOf(reader, key, 2))).toEqual(['a', 'b']);
    return target.keep(key.contractId, scan());
  });
  expect(await textsOf(store(), key, 2)).toEqual(['a', 'b']);
  const digests = await store().evidenceDigests(key.contractId);
  expect(answer).toEqual({ filled: true, value: digests[0] });
});

test('STO-6: where the filling breaks off the database stays empty', async () => {
  const key = newKey();
  const broken = store().fill(async (target) => {
    await target.create(key, 'o');
    await target.keep(key.contractId, scan());
    throw new Error('broken off');
  });
  await expect(broken).rejects.toThrow('broken off');
  expect(await store().logs()).toEqual([]);
  expect(await store().evidenceDigests(key.contractId)).toEqual([]);
});

test('STO-6: a database that holds a log, or evidence alone, is not filled', async () => {
  const key = newKey();
  const refuse = async () => {
    throw new Error('it is not empty');
  };
  await store().keep(key.contractId, scan());
  expect(await store().fill(refuse)).toEqual({ filled: false });
  await place.asOwner((client) => client.query('TRUNCATE kanribo.evidence'));
  await store().create(key, 'o');
  expect(await store().fill(refuse)).toEqual({ filled: false });
});

test('STO-6: of two that fill at once one does, and the other finds it filled', async () => {
  const fillWith = (name: string) =>
    store().fill(async (target) => {
      await target.create(newKey(), name);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
  const answers = await Promise.all([fillWith('a'), fillWith('b')]);
  expect(answers.filter(({ filled }) => filled)).toHaveLength(1);
  expect(await store().logs()).toHaveLength(1);
});
