import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { databaseAccount } from './launcher/account.ts';
import { exists } from './launcher/files.ts';
import { initialiseCluster, readPassword } from './launcher/initialise.ts';
import { readPostmasterFile, startPostmaster } from './launcher/postmaster.ts';
import { openStore } from './store.ts';
import { collect, groupOf, newKey, rootOf, textsOf } from './testing/samples.ts';

/** Where Debian installs it. */
const programs = '/usr/lib/postgresql/15/bin';

async function startOldest(directory: string): Promise<{ url: string; stop: () => void }> {
  const clusterDirectory = path.join(directory, 'postgres');
  const account = await databaseAccount(clusterDirectory);
  if (account !== undefined) await chown(directory, account.uid, account.gid);
  const postgres = path.join(programs, 'postgres');
  const binaries = { initdb: path.join(programs, 'initdb'), postgres };
  await initialiseCluster(clusterDirectory, binaries, account);
  const logFile = path.join(directory, 'postgres.log');
  const start = { postgres, clusterDirectory, account, logFile, settings: [] };
  const child = await startPostmaster(start);
  while ((await readPostmasterFile(clusterDirectory))?.ready !== true) await sleep(20);
  const password = await readPassword(clusterDirectory);
  return {
    url: `postgres://kanribo:${password}@/kanribo?host=${clusterDirectory}&port=5432`,
    stop: () => child.kill('SIGINT'),
  };
}

test('STO-27: PostgreSQL 15 does all of it', async (context) => {
  context.skip(!(await exists(programs)), 'PostgreSQL 15 is not installed');
  const directory = await mkdtemp(path.join(tmpdir(), 'kanribo-test-'));
  const { url, stop } = await startOldest(directory);
  const database = await openDatabase({ url });
  const store = openStore(database, async () => new Uint8Array(32));
  const key = newKey();
  const tile = { level: 0, index: 0, hashes: new Uint8Array(8192) };
  const erasure = '{"declaration":"log/erased@1","facts":{"sequence":0}}';
  const particulars = { salt: rootOf(1).subarray(0, 16), text: '{"name":"山田"}' };
  const filled = await store.fill(async (target) => {
    await target.create(key, 'o');
    const entries = [{ entry: '{}', particulars }];
    await target.append(key, { expectedSize: 0, root: rootOf(1), entries, tiles: [tile] });
  });
  expect(filled.filled).toBe(true);
  expect(await store.append(key, groupOf(1, [erasure]))).toBe('appended');
  expect(await store.append(key, groupOf(1, [erasure]))).toBe('conflict');
  expect(await store.snapshot((reader) => textsOf(reader, key, 2))).toEqual(['{}', erasure]);
  expect(await collect(store.tiles(key))).toHaveLength(1);
  expect(await store.eraseParticulars(key, { sequence: 0, erasure: 1 })).toBe(true);
  const digest = await store.keep(key.contractId, new Blob(['scan']).stream());
  const kept = await store.evidence(key.contractId, digest);
  expect(await collect(kept ?? new Blob([]).stream())).toHaveLength(1);
  await database.close();
  stop();
  while (await exists(path.join(directory, 'postgres', 'postmaster.pid'))) await sleep(20);
  await rm(directory, { recursive: true });
});
