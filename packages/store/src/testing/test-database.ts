import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { connectTo } from '../connections.ts';
import { clusterLogin, openDatabase } from '../database.ts';
import { type Cluster, openCluster } from '../launcher/cluster.ts';
import { readMigrations } from '../migrate.ts';
import { run } from '../session.ts';
import { clusterVariable } from './run-directory.ts';

/** An empty database of a test's own, its schema up to date, on a real PostgreSQL. */
export interface TestDatabase {
  /** For `openDatabase({ url })` or `DATABASE_URL`. */
  readonly url: string;
  /** Runs `use` on a connection with the rights of the database's owner. */
  readonly asOwner: <T>(use: (client: ClientBase) => Promise<T>) => Promise<T>;
  /** Drops the database, whoever is still connected to it. */
  close(): Promise<void>;
}

/**
 * Makes a database by cloning a template that each test run makes once. The cluster under it is the
 * run's where the vitest set-up of this package named one, else one of this process alone.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const shared = process.env[clusterVariable];
  const dataDirectory = shared ?? (await mkdtemp(path.join(tmpdir(), 'kanribo-test-')));
  const cluster = await openCluster({ dataDirectory });
  const template = await ensureTemplate(cluster);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(cluster, (client) =>
    run(client, `CREATE DATABASE ${name} TEMPLATE ${template}`),
  );
  const url = await urlOf(cluster, name);
  return {
    url,
    asOwner: connectTo(async () => ({ connectionString: url })).asOwner,
    close: async () => {
      await administer(cluster, (client) => run(client, `DROP DATABASE ${name} WITH (FORCE)`));
      if (shared !== undefined) return;
      await cluster.stop();
      await rm(dataDirectory, { recursive: true });
    },
  };
}

async function administer<T>(
  cluster: Cluster,
  use: (client: ClientBase) => Promise<T>,
): Promise<T> {
  return connectTo(() => clusterLogin(cluster)).asOwner(use);
}

async function urlOf(cluster: Cluster, database: string): Promise<string> {
  const { host, port, user, password } = await clusterLogin(cluster);
  const place = `host=${encodeURIComponent(String(host))}&port=${String(port)}`;
  return `postgres://${String(user)}:${String(password)}@/${database}?${place}`;
}

/** The template is complete when it bears its name: it is made under another and renamed. */
async function ensureTemplate(cluster: Cluster): Promise<string> {
  const migrations = await readMigrations();
  const hashes = createHash('sha256').update(migrations.map(({ hash }) => hash).join());
  const template = `template_${hashes.digest('hex').slice(0, 16)}`;
  await administer(cluster, async (client) => {
    await run(client, 'SELECT pg_advisory_lock(1)');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      template,
    ]);
    if (rowCount === 1) return;
    const making = `making_${randomUUID().replaceAll('-', '')}`;
    await run(client, `CREATE DATABASE ${making}`);
    const database = await openDatabase({ url: await urlOf(cluster, making) });
    await database.close();
    await run(client, `ALTER DATABASE ${making} RENAME TO ${template}`);
  });
  return template;
}
