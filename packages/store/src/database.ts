import type { ClientConfig } from 'pg';
import { integerIn } from './columns.ts';
import { type Connections, connectTo } from './connections.ts';
import { type Cluster, type ClusterOptions, openCluster } from './launcher/cluster.ts';
import { login } from './launcher/initialise.ts';
import type { Locate } from './lending.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { demandProtectedWay } from './protected-way.ts';
import { firstRowOf } from './session.ts';
import { statements } from './sql/statements.ts';

/** Our own embedded database in a directory, or the one a connection string names. */
export type DatabaseLocation = ClusterOptions | { readonly url: string };

/** An open database whose schema is up to date. */
export interface Database {
  readonly connections: Connections;
  /** Closes all connections. An embedded database is stopped when nobody else uses it. */
  close(): Promise<void>;
}

/**
 * Opens the database, starts it where it is our own and does not run, and brings its schema up to
 * date. It comes back by itself when the database was gone for a while.
 * @throws {StoreFault} with the code that says what is wrong with the place or the database.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if ('url' in location) {
    const { url } = location;
    demandProtectedWay(url);
    const connections = await migrated(async () => ({ connectionString: url }));
    return { connections, close: () => connections.close() };
  }
  const cluster = await openCluster(location);
  const connections = await migrated(() => clusterLogin(cluster));
  return {
    connections,
    close: async () => {
      await connections.close();
      await stopWhenAlone(cluster, connections);
    },
  };
}

/** How to log in to the embedded database, which is started when it does not run. */
export async function clusterLogin(cluster: Cluster): Promise<ClientConfig> {
  const { host, port } = await cluster.ensureRunning();
  return { host, port, user: login, password: cluster.password, database: login };
}

async function migrated(locate: Locate): Promise<Connections> {
  const connections = connectTo(locate);
  const migrations: readonly Migration[] = await readMigrations();
  await connections.asOwner((client) => migrate(client, migrations));
  await connections.lend(async () => undefined);
  return connections;
}

/** Each process that uses the database keeps a connection open, so they can be counted. */
async function stopWhenAlone(cluster: Cluster, connections: Connections): Promise<void> {
  if (!(await cluster.isRunning())) return;
  const others = await connections.asOwner(async (client) => {
    const row = await firstRowOf(client, statements.otherSessions, [connections.sessionPrefix]);
    return row === undefined ? 1 : integerIn(row, 0);
  });
  if (others === 0) await cluster.stop();
}
