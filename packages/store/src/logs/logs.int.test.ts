import type { AppendGroup, LogKey, LogReader, NewEntry } from '@kanribo/application';
import { parseContractId } from '@kanribo/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { type TestDatabase, createTestDatabase } from '../testing/index.ts';

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

let contracts = 0;
function newKey(log: 'register' | 'access' = 'register'): LogKey {
  contracts += 1;
  const id = parseContractId(`contract-${contracts}`);
  if (!id.ok) throw new Error(id.error);
  return { contractId: id.value, log };
}

const entry = (name: string): NewEntry => ({ entry: JSON.stringify({ name }), particulars: null });
const rootOf = (fill: number) => new Uint8Array(32).fill(fill);

function group(expectedSize: number, names: readonly string[]): AppendGroup {
  return { expectedSize, root: rootOf(expectedSize + 1), entries: names.map(entry), tiles: [] };
}

async function entriesOf(reader: LogReader, key: LogKey, to: number): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const batch of reader.entries(key, { from: 0, to })) {
    texts.push(...batch.map((bytes) => Buffer.from(bytes).toString()));
  }
  return texts;
}

test('STO-1: a group goes in as a whole where the log stands as expected, else not at all', async () => {
  const key = newKey();
  await store().create(key, 'example/c/register/0');
  expect(await store().append(key, group(0, ['a', '名前']))).toBe('appended');
  expect(await store().append(key, group(0, ['b']))).toBe('conflict');
  expect(await store().append(key, group(3, ['b']))).toBe('conflict');
  expect(await store().append(newKey(), group(0, ['b']))).toBe('conflict');
  const head = await store().head(key);
  expect(head).toMatchObject({ size: 2, origin: 'example/c/register/0' });
  expect(Buffer.from(head?.root ?? []).equals(rootOf(1))).toBe(true);
  expect(await entriesOf(store(), key, 9)).toEqual(['{"name":"a"}', '{"name":"名前"}']);
});
