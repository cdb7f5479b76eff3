import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { openCluster } from './launcher/cluster.ts';
import { type TestDatabase, createTestDatabase } from './testing/index.ts';

let place: TestDatabase;

beforeEach(async () => {
  place = await createTestDatabase();
});

afterEach(async () => {
  await place.close();
});

const databaseName = () => new URL(place.url.replace('@/', '@localhost/')).pathname.slice(1);

test.each([
  ['settings-weak', 'synchronous_commit = off'],
  ['settings-weak', 'synchronous_commit = local'],
  ['settings-weak', 'synchronous_commit = remote_write'],
  ['standby', 'default_transaction_read_only = on'],
])('STO-14: %s when the database is set to %s', async (code, setting) => {
  await place.asOwner((client) => client.query(`ALTER DATABASE ${databaseName()} SET ${setting}`));
  await expect(openDatabase({ url: place.url })).rejects.toMatchObject({ code });
});

test('STO-14: a setting of the login for this database counts as well', async () => {
  const where = `IN DATABASE ${databaseName()} SET synchronous_commit = off`;
  await place.asOwner((client) => client.query(`ALTER ROLE CURRENT_USER ${where}`));
  const attempt = openDatabase({ url: place.url });
  await expect(attempt).rejects.toMatchObject({ code: 'settings-weak' });
  await expect(attempt).rejects.toThrow('synchronous_commit = off');
});

test('STO-14: a connection made after the setting was weakened is refused too', async () => {
  const database = await openDatabase({ url: place.url });
  const weaken = `ALTER DATABASE ${databaseName()} SET synchronous_commit = off`;
  await place.asOwner((client) => client.query(weaken));
  const both = Promise.all([
    database.connections.lend((client) => client.query('SELECT pg_sleep(0.2)')),
    database.connections.lend((client) => client.query('SELECT pg_sleep(0.2)')),
  ]);
  await expect(both).rejects.toMatchObject({ code: 'settings-weak' });
  await database.close();
});

test('STO-14: `remote_apply` is as good as `on`, and another default isolation does no harm', async () => {
  await place.asOwner(async (client) => {
    await client.query(`ALTER DATABASE ${databaseName()} SET synchronous_commit = remote_apply`);
    const isolation = `SET default_transaction_isolation = 'serializable'`;
    await client.query(`ALTER DATABASE ${databaseName()} ${isolation}`);
  });
  const database = await openDatabase({ url: place.url });
  const inForce = await database.connections.lend((client) =>
    client.query(`SELECT current_setting('transaction_isolation') AS isolation`),
  );
  expect(inForce.rows).toEqual([{ isolation: 'read committed' }]);
  await database.close();
});

test('STO-14: a database in another encoding is refused', async () => {
  const name = `${databaseName()}_ascii`;
  const options = "ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0";
  await place.asOwner((client) => client.query(`CREATE DATABASE ${name} ${options}`));
  const url = place.url.replace(databaseName(), name);
  await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'encoding-not-utf8' });
  await place.asOwner((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
});

test('STO-14: a server without fsync or full pages, and a standby, is refused', async () => {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'kanribo-test-'));
  for (const setting of ['fsync=off', 'full_page_writes=off']) {
    const attempt = openDatabase({ dataDirectory, settings: [setting] });
    await expect(attempt).rejects.toMatchObject({ code: 'settings-weak' });
    await expect(attempt).rejects.toThrow(setting.replace('=', ' = '));
    await (await openCluster({ dataDirectory })).stop();
  }
  await writeFile(path.join(dataDirectory, 'postgres', 'standby.signal'), '');
  await expect(openDatabase({ dataDirectory })).rejects.toMatchObject({ code: 'standby' });
  await (await openCluster({ dataDirectory })).stop();
  await rm(dataDirectory, { recursive: true });
});
