import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LogKey, isUnavailable } from '@kanribo/application';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';
import { openStore } from '../store.ts';
import { startProgram } from '../testing/program.ts';
import { groupOf, newKey, textsOf } from '../testing/samples.ts';
import { openCluster } from './cluster.ts';
import { isAlive, readPostmasterFile } from './postmaster.ts';

const readyMs = 3000;
let made: string;
let dataDirectory: string;

beforeEach(async () => {
  made = await mkdtemp(path.join(tmpdir(), 'kanribo-test-'));
  dataDirectory = made;
});

afterEach(async () => {
  await (await openCluster({ dataDirectory })).stop();
  await rm(made, { recursive: true });
});

const storeOn = (database: Database) => openStore(database, async () => new Uint8Array(32));

async function postmasterPid(): Promise<number> {
  const file = await readPostmasterFile(path.join(dataDirectory, 'postgres'));
  if (file === undefined) throw new Error('PostgreSQL does not run');
  return file.pid;
}

async function opened(): Promise<Database> {
  return openDatabase({ dataDirectory });
}

test.skipIf(process.getuid?.() !== 0)(
  'STO-28: root does not write PostgreSQL’s log through a link to another file',
  async () => {
    const other = path.join(made, 'other');
    await writeFile(other, 'as it was');
    const before = await stat(other);
    dataDirectory = path.join(made, 'data');
    await mkdir(dataDirectory);
    await chmod(made, 0o711);
    await chmod(dataDirectory, 0o711);
    await symlink(other, path.join(dataDirectory, 'postgres.log'));
    await expect(opened()).rejects.toThrow('ELOOP');
    expect(await readFile(other, 'utf8')).toBe('as it was');
    expect((await stat(other)).uid).toBe(before.uid);
    await rm(path.join(dataDirectory, 'postgres.log'));
  },
);

test('STO-20: a fresh cluster is UTF8, checksummed, and reached only by its socket', async () => {
  const database = await opened();
  const { rows } = await database.connections.lend((client) =>
    client.query<string[]>({
      text: `SELECT current_setting('server_encoding'), current_setting('data_checksums'),
        current_setting('listen_addresses'), current_setting('dynamic_shared_memory_type'),
        (SELECT datcollate FROM pg_database WHERE datname = current_database())`,
      rowMode: 'array',
    }),
  );
  const directory = path.join(dataDirectory, 'postgres');
  expect(rows).toEqual([['UTF8', 'on', '', 'mmap', 'C']]);
  expect((await readPostmasterFile(directory))?.address.host).toBe(directory);
  const { mode } = await stat(path.join(directory, 'kanribo.password'));
  expect(mode & 0o777).toBe(0o600);
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
  await database.close();
});

test('STO-20: without the password nobody comes in, and the superuser does not with it', async () => {
  const database = await opened();
  const directory = path.join(dataDirectory, 'postgres');
  const password = await readFile(path.join(directory, 'kanribo.password'), 'utf8');
  for (const login of ['kanribo:guess', `postgres:${password}`, 'postgres:']) {
    const url = `postgres://${login}@/kanribo?host=${directory}&port=5432`;
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'access-refused' });
  }
  await database.close();
});

test('STO-20: two processes make and use one fresh directory at once', async () => {
  const programs = [1, 2].map(() => startProgram('open', [dataDirectory]));
  expect(await Promise.all(programs.map(({ firstLine }) => firstLine))).toEqual(['open', 'open']);
  const pid = await postmasterPid();
  programs[0]?.process.stdin.end();
  expect(await programs[0]?.printed).toBe('open\nclosed\n');
  expect(isAlive(pid)).toBe(true);
  programs[1]?.process.stdin.end();
  expect(await programs[1]?.printed).toBe('open\nclosed\n');
});

test('STO-28: what a refused row holds does not get into the log of PostgreSQL', async () => {
  const database = await opened();
  const values = ['c', 'register', 0, '{}', 'a name nobody is to read'];
  const refused = database.connections.lend((client) =>
    client.query(
      `INSERT INTO kanribo.entry (contract_id, log, sequence, entry, particulars)
       VALUES ($1, $2, $3, $4, $5)`,
      values,
    ),
  );
  await expect(refused).rejects.toMatchObject({ code: '23514' });
  const log = await readFile(path.join(dataDirectory, 'postgres.log'), 'utf8');
  expect(log).toContain('violates check constraint');
  expect(log).not.toContain('a name nobody');
  await database.close();
});

test('STO-21: on a directory that is there it is ready in less than three seconds', async () => {
  const key = newKey();
  const first = await opened();
  await storeOn(first).create(key, 'o');
  await first.close();
  const begun = performance.now();
  const second = await opened();
  expect(performance.now() - begun).toBeLessThan(readyMs);
  expect(await storeOn(second).head(key)).toMatchObject({ origin: 'o' });
  await second.close();
});

test('STO-21: the last of its users stops it, whoever started it', async () => {
  const starter = startProgram('open', [dataDirectory]);
  expect(await starter.firstLine).toBe('open');
  const pid = await postmasterPid();
  const database = await opened();
  starter.process.stdin.end();
  await starter.printed;
  expect(await postmasterPid()).toBe(pid);
  const head = await storeOn(database).head(newKey());
  expect(head).toBeUndefined();
  await database.close();
  expect(await readPostmasterFile(path.join(dataDirectory, 'postgres'))).toBeUndefined();
});

test('STO-22: after kill -9 of the program PostgreSQL is attached to', async () => {
  const program = startProgram('open', [dataDirectory]);
  expect(await program.firstLine).toBe('open');
  const pid = await postmasterPid();
  program.process.kill('SIGKILL');
  await program.printed;
  const database = await opened();
  expect(await postmasterPid()).toBe(pid);
  await database.close();
});

/**
 * Appends as fast as it can until `until`, and on a busy machine until more than ten stand; what
 * was acknowledged, and what was thrown.
 */
async function appendUntil(database: Database, key: LogKey, until: number) {
  const store = storeOn(database);
  const acknowledged: string[] = [];
  const faults: unknown[] = [];
  const end = until + 30_000;
  while (Date.now() < until || (acknowledged.length <= 10 && Date.now() < end)) {
    try {
      const size = (await store.head(key))?.size ?? -1;
      const answer = await store.append(key, groupOf(size, [`entry ${size}`]));
      if (answer === 'appended') acknowledged.push(`entry ${size}`);
    } catch (fault) {
      faults.push(fault);
    }
  }
  return { acknowledged, faults };
}

test('STO-22: after kill -9 of PostgreSQL amid appends all goes on, and nothing is lost', async () => {
  const database = await opened();
  const keys = [newKey(), newKey(), newKey()];
  for (const key of keys) await storeOn(database).create(key, 'o');
  const pid = await postmasterPid();
  setTimeout(() => process.kill(pid, 'SIGKILL'), 200);
  const until = Date.now() + 2000;
  const runs = await Promise.all(keys.map((key) => appendUntil(database, key, until)));
  expect(await postmasterPid()).not.toBe(pid);
  for (const [index, { acknowledged, faults }] of runs.entries()) {
    expect(faults.filter((fault) => !isUnavailable(fault))).toEqual([]);
    const key = keys[index] ?? newKey();
    const kept = await textsOf(storeOn(database), key, acknowledged.length + faults.length);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThan(10);
  }
  await database.close();
});

test('STO-22: after kill -9 of a session of PostgreSQL nothing is lost either', async () => {
  const database = await opened();
  const key = newKey();
  await storeOn(database).create(key, 'o');
  const killing = database.connections.lend(async (client) => {
    const session = await client.query<[number]>({
      text: 'SELECT pg_backend_pid()',
      rowMode: 'array',
    });
    await storeOn(database).append(key, groupOf(0, ['entry 0']));
    process.kill(session.rows[0]?.[0] ?? 0, 'SIGKILL');
    return rowsOf(client, statements.listLogs);
  });
  await expect(killing).rejects.toMatchObject({ code: 'unavailable' });
  const { acknowledged, faults } = await appendUntil(database, key, Date.now() + 1500);
  expect(faults.filter((fault) => !isUnavailable(fault))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(0);
  const all = await textsOf(storeOn(database), key, acknowledged.length + 1);
  expect(all).toEqual(['entry 0', ...acknowledged]);
  await database.close();
});

test('STO-22: a postmaster.pid left over by kill -9 does not stand in the way', async () => {
  const cluster = await openCluster({ dataDirectory });
  await cluster.ensureRunning();
  const pid = await postmasterPid();
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await sleep(10);
  expect((await readPostmasterFile(path.join(dataDirectory, 'postgres')))?.pid).toBe(pid);
  const database = await opened();
  expect(await postmasterPid()).not.toBe(pid);
  await database.close();
});

test('STO-25: with a path too long for a socket it listens on loopback only', async () => {
  dataDirectory = path.join(made, 'd'.repeat(60), 'd'.repeat(60));
  await mkdir(dataDirectory, { recursive: true });
  await chmod(made, 0o711);
  const database = await opened();
  const { rows } = await database.connections.lend((client) =>
    client.query<[string]>({
      text: `SELECT current_setting('listen_addresses')`,
      rowMode: 'array',
    }),
  );
  expect(rows).toEqual([['127.0.0.1']]);
  const pid = await postmasterPid();
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await sleep(10);
  expect(await storeOn(database).head(newKey())).toBeUndefined();
  await database.close();
});
