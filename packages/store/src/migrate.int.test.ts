import { randomUUID } from 'node:crypto';
import { Client, type ClientBase } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { type TestDatabase, createTestDatabase } from './testing/index.ts';

let place: TestDatabase;

beforeEach(async () => {
  place = await createTestDatabase();
});

afterEach(async () => {
  await place.close();
});

const extra: Migration = {
  number: 9000,
  name: '9000-extra.sql',
  text: 'CREATE TABLE kanribo.extra (id integer)',
  hash: 'a'.repeat(64),
};

async function appliedNames(client: ClientBase): Promise<readonly string[]> {
  const query = 'SELECT name FROM kanribo.migration ORDER BY number';
  const { rows } = await client.query<[string]>({ text: query, rowMode: 'array' });
  return rows.map(([name]) => name);
}

test('STO-12: migrations run once each, in order, and again do nothing', async () => {
  const known = await readMigrations();
  const names = await place.asOwner(async (client) => {
    await migrate(client, known);
    await migrate(client, [...known, extra]);
    await migrate(client, [...known, extra]);
    return appliedNames(client);
  });
  expect(names).toEqual([...known.map(({ name }) => name), extra.name]);
  expect(known.map(({ number }) => number)).toEqual(known.map((_, index) => index + 1));
});

test('STO-12: a migration that fails leaves nothing of itself or the others behind', async () => {
  const known = await readMigrations();
  const broken = { ...extra, number: 9001, text: 'SELECT 1/0' };
  const attempt = place.asOwner((client) => migrate(client, [...known, extra, broken]));
  await expect(attempt).rejects.toMatchObject({ code: 'unexpected' });
  expect(await place.asOwner(appliedNames)).toEqual(known.map(({ name }) => name));
});

test.each(['hash', 'name'] as const)(
  'STO-12: a migration of another %s is refused',
  async (field) => {
    const known = await readMigrations();
    const changed = known.map((one, index) => (index === 1 ? { ...one, [field]: 'other' } : one));
    const attempt = place.asOwner((client) => migrate(client, changed));
    await expect(attempt).rejects.toMatchObject({ code: 'schema-edited' });
  },
);

test('STO-12: a database of a later release is refused', async () => {
  await place.asOwner(async (client) => migrate(client, [...(await readMigrations()), extra]));
  await expect(openDatabase({ url: place.url })).rejects.toMatchObject({ code: 'schema-newer' });
});

test('STO-12: processes that migrate a new database at once do it once', async () => {
  const known = await readMigrations();
  await place.asOwner((client) => client.query('DROP SCHEMA kanribo CASCADE'));
  const tries = [1, 2, 3].map(() => place.asOwner((client) => migrate(client, known)));
  await Promise.all(tries);
  expect(await place.asOwner(appliedNames)).toHaveLength(known.length);
});

/** A login of its own with a database of its own on the same server. */
async function tenant(rights: string): Promise<{ url: string; remove: () => Promise<void> }> {
  const name = `tenant_${randomUUID().replaceAll('-', '')}`;
  await place.asOwner(async (client) => {
    await client.query(`CREATE ROLE ${name} LOGIN ${rights} PASSWORD 'secret'`);
    await client.query(`GRANT ${name} TO CURRENT_USER`);
    await client.query(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
  });
  const url = new URL(place.url.replace('@/', '@localhost/'));
  const socket = url.searchParams.toString();
  return {
    url: `postgres://${name}:secret@/${name}?${socket}`,
    remove: () =>
      place.asOwner(async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await client.query(`DROP ROLE ${name}`);
      }),
  };
}

test('STO-13: a second database takes the role that is there, once its login was let in', async () => {
  const { url, remove } = await tenant('');
  const attempt = openDatabase({ url });
  await expect(attempt).rejects.toMatchObject({ code: 'role-missing' });
  await expect(attempt).rejects.toThrow('GRANT kanribo_server TO');
  const login = new Client(url).user;
  await place.asOwner((client) => client.query(`GRANT kanribo_server TO ${login}`));
  const database = await openDatabase({ url });
  await database.connections.lend((client) => client.query('SELECT FROM kanribo.entry'));
  await database.close();
  await remove();
});

test('STO-13: a login that has lost the role since is told so when it connects', async () => {
  const { url, remove } = await tenant('');
  const login = new Client(url).user;
  await place.asOwner((client) => client.query(`GRANT kanribo_server TO ${login}`));
  const database = await openDatabase({ url });
  await database.connections.asOwner((client) => client.query('SELECT 1'));
  await place.asOwner(async (client) => {
    await client.query(`REVOKE kanribo_server FROM ${login}`);
    await client.query(
      'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = $1',
      [login],
    );
  });
  await expect(database.connections.lend(async () => undefined)).rejects.toMatchObject({
    code: 'role-missing',
  });
  await database.close();
  await remove();
});
