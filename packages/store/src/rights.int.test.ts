import type { LogKey } from '@kanribo/application';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { firstRowOf } from './session.ts';
import { statements } from './sql/statements.ts';
import { openStore } from './store.ts';
import { type TestDatabase, createTestDatabase, tableColumns } from './testing/index.ts';
import { collect, newKey, rootOf } from './testing/samples.ts';

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

test.each([
  "UPDATE kanribo.entry SET entry = 'x'",
  'UPDATE kanribo.entry SET salt = NULL, particulars = NULL',
  'DELETE FROM kanribo.entry',
  'TRUNCATE kanribo.entry',
  'UPDATE kanribo.tile SET hashes = hashes',
  'DELETE FROM kanribo.tile',
  'UPDATE kanribo.evidence SET chunk = chunk',
  'DELETE FROM kanribo.evidence',
  'DELETE FROM kanribo.log',
  "UPDATE kanribo.log SET contract_id = 'other'",
  'DROP TABLE kanribo.entry',
  'ALTER TABLE kanribo.entry DISABLE TRIGGER ALL',
  "UPDATE kanribo.migration SET hash = ''",
  'CREATE TABLE kanribo.more ()',
])('STO-9: the server may not %s', async (text) => {
  const attempt = database.connections.lend((client) => client.query(text));
  await expect(attempt).rejects.toMatchObject({ code: '42501' });
});

test('STO-9: the server works under the role, and the role owns nothing', async () => {
  const found = await database.connections.lend((client) =>
    client.query<string[]>({
      text: `SELECT current_user, count(*)::text FROM pg_class
        WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)`,
      rowMode: 'array',
    }),
  );
  expect(found.rows).toEqual([['kanribo_server', '0']]);
});

test.each(['UPDATE', 'DELETE', 'TRUNCATE', 'UPDATE (particulars)'])(
  'STO-9: a role that was given %s on entries is refused',
  async (right) => {
    const weaker = await createTestDatabase();
    await weaker.asOwner((client) =>
      client.query(`GRANT ${right} ON kanribo.entry TO kanribo_server`),
    );
    await expect(openDatabase({ url: weaker.url })).rejects.toMatchObject({
      code: 'role-too-strong',
    });
    await weaker.close();
  },
);

test.each(['DELETE', 'TRUNCATE', 'UPDATE', 'UPDATE (contract_id)'])(
  'STO-9: a role that was given %s on logs is refused',
  async (right) => {
    const weaker = await createTestDatabase();
    await weaker.asOwner((client) =>
      client.query(`GRANT ${right} ON kanribo.log TO kanribo_server`),
    );
    await expect(openDatabase({ url: weaker.url })).rejects.toMatchObject({
      code: 'role-too-strong',
    });
    await weaker.close();
  },
);

const erasure = (sequence: unknown, declaration = 'log/erased@1'): string =>
  JSON.stringify({ declaration, facts: { reason: 'agreed', sequence } });

async function logOf(texts: readonly string[]): Promise<LogKey> {
  const key = newKey();
  await store().create(key, 'o');
  const particulars = { salt: rootOf(1).subarray(0, 16), text: '{"name":"山田"}' };
  const entries = texts.map((entry) => ({ entry, particulars }));
  await store().append(key, { expectedSize: 0, root: rootOf(1), entries, tiles: [] });
  return key;
}

async function left(key: LogKey): Promise<readonly number[]> {
  const found = (await collect(store().particulars(key, { from: 0, to: 99 }))).flat();
  return found.map(({ sequence }) => sequence);
}

test('STO-10: salt and text go together under a later erasure of that sequence', async () => {
  const key = await logOf(['{}', '{}', erasure(1)]);
  expect(await store().eraseParticulars(key, { sequence: 1, erasure: 2 })).toBe(true);
  expect(await left(key)).toEqual([0, 2]);
  expect(await store().eraseParticulars(key, { sequence: 1, erasure: 2 })).toBe(true);
  expect(await left(key)).toEqual([0, 2]);
});

test.each([
  ['an erasure of another sequence', ['{}', '{}', erasure(0)]],
  ['an entry of another declaration', ['{}', '{}', erasure(1, 'log/erased@2')]],
  ['a sequence that is a text', ['{}', '{}', erasure('1')]],
  ['no sequence at all', ['{}', '{}', erasure(undefined)]],
  ['facts in another place', ['{}', '{}', '{"declaration":"log/erased@1","sequence":1}']],
  ['no such entry', ['{}', '{}']],
  ['an entry that is no object', ['{}', '{}', '[]']],
])('STO-10: nothing is erased by %s', async (_, texts) => {
  const key = await logOf(texts);
  expect(await store().eraseParticulars(key, { sequence: 1, erasure: 2 })).toBe(false);
  expect(await left(key)).toHaveLength(texts.length);
});

test('STO-10: nothing is erased by an erasure that comes before, or stands in another log', async () => {
  const before = await logOf([erasure(1), '{}']);
  expect(await store().eraseParticulars(before, { sequence: 1, erasure: 0 })).toBe(false);
  const itself = await logOf([erasure(0)]);
  expect(await store().eraseParticulars(itself, { sequence: 0, erasure: 0 })).toBe(false);
  const key = await logOf(['{}', '{}']);
  const access: LogKey = { ...key, log: 'access' };
  await store().create(access, 'o');
  const entries = ['{}', '{}', erasure(1)].map((entry) => ({ entry, particulars: null }));
  await store().append(access, { expectedSize: 0, root: rootOf(1), entries, tiles: [] });
  expect(await store().eraseParticulars(key, { sequence: 1, erasure: 2 })).toBe(false);
  expect([await left(before), await left(itself), await left(key)]).toEqual([[0, 1], [0], [0, 1]]);
});

test('STO-10: only the server may call the erasure, and a table put in its way changes nothing', async () => {
  const key = await logOf(['{}', '{}']);
  const granted = await place.asOwner((client) =>
    client.query(
      `SELECT has_function_privilege('public', oid, 'EXECUTE') AS everyone, prosecdef, proconfig
       FROM pg_proc WHERE proname = 'erase_particulars'`,
    ),
  );
  expect(granted.rows).toEqual([
    { everyone: false, prosecdef: true, proconfig: ['search_path=pg_catalog, pg_temp'] },
  ]);
  const erased = await database.connections.lend(async (client) => {
    await client.query('CREATE TEMP TABLE entry AS SELECT * FROM kanribo.entry');
    await client.query('SET search_path = pg_temp, kanribo');
    const values = [key.contractId, key.log, 1, 2];
    const answer = await firstRowOf(client, statements.eraseParticulars, values);
    await client.query('RESET search_path');
    return answer;
  });
  expect(erased).toEqual([false]);
});

test('STO-11: the key of every table that has contracts begins with contract_id', async () => {
  const client = new Client(place.url);
  await client.connect();
  const { rows } = await client.query<string[]>({
    text: `SELECT relname, attname FROM pg_index
      JOIN pg_class ON pg_class.oid = indrelid
      JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
      WHERE relnamespace = 'kanribo'::regnamespace ORDER BY relname, indexrelid`,
    rowMode: 'array',
  });
  await client.end();
  expect(rows).toEqual([
    ['account_counter', 'counter'],
    ['account_secret', 'secret'],
    ['account_session', 'session'],
    ['account_session', 'account'],
    ['entry', 'contract_id'],
    ['evidence', 'contract_id'],
    ['log', 'contract_id'],
    ['migration', 'number'],
    ['tile', 'contract_id'],
  ]);
});

test('STO-26: the tables hold these columns, and nothing that could be derived', async () => {
  const columns = await place.asOwner(tableColumns);
  const byTable = Map.groupBy(columns, ({ table }) => table);
  const names = [...byTable].map(([table, of]) => [
    table,
    of.map(({ column }) => column).join(' '),
  ]);
  expect(names).toEqual([
    ['account_counter', 'counter count changed_ms'],
    ['account_secret', 'secret account kind sealed counter made_ms'],
    [
      'account_session',
      'session account kind since started_ms seen_ms proved_ms address agent mac passkey certificate certificate_subject',
    ],
    ['entry', 'contract_id log sequence entry salt particulars'],
    ['evidence', 'contract_id digest position chunk'],
    ['log', 'contract_id log origin size root'],
    ['migration', 'number name hash applied_at'],
    ['tile', 'contract_id log level index hashes'],
  ]);
});
