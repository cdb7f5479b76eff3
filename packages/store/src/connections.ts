import { randomUUID } from 'node:crypto';
import { Client, type ClientBase, type ClientConfig, Pool, type PoolClient } from 'pg';
import { checkRole, checkSettings } from './checks.ts';
import { booleanIn } from './columns.ts';
import { StoreFault, faultOf } from './fault.ts';
import { firstRowOf, rowsOf } from './session.ts';
import { statements } from './sql/statements.ts';

/** Connections to one database. */
export interface Connections {
  /**
   * Lends a connection that works under the server's role to `use` alone. It is closed when `use`
   * throws. No statement is sent while a session that was lost before may still be at work.
   * @throws {StoreFault} and whatever `use` throws.
   */
  readonly lend: <T>(use: (client: ClientBase) => Promise<T>) => Promise<T>;
  /**
   * Opens a connection with the login's own rights for `use`: migrations, sessions to be ended.
   * @throws {StoreFault} and whatever `use` throws.
   */
  readonly asOwner: <T>(use: (client: ClientBase) => Promise<T>) => Promise<T>;
  /** Closes all connections when what they are doing is done. */
  close(): Promise<void>;
}

/** Where the database listens and how to log in; starts it where that is ours to do. */
export type Locate = () => Promise<ClientConfig>;

const connectTimeoutMs = 10_000;
const statementTimeoutMs = 60_000;
const answerTimeoutMs = 75_000;
const poolSize = 8;

const ignore = (): void => undefined;

function limited(config: ClientConfig): ClientConfig {
  return {
    ...config,
    client_encoding: 'UTF8',
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    query_timeout: answerTimeoutMs,
    keepAlive: true,
  };
}

async function asOwner<T>(locate: Locate, use: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new Client(limited(await locate()));
  client.on('error', ignore);
  try {
    await client.connect();
  } catch (error) {
    throw faultOf(error);
  }
  try {
    return await use(client);
  } finally {
    await client.end().catch(ignore);
  }
}

/** Names each session, so that one that was lost can be found and ended. */
async function enterRole(client: ClientBase, session: string): Promise<void> {
  await checkSettings(client);
  try {
    await rowsOf(client, statements.enterRole, [session]);
  } catch (error) {
    const message =
      'the login cannot take the role kanribo_server; as an administrator: ' +
      'CREATE ROLE kanribo_server NOLOGIN; GRANT kanribo_server TO <login>;';
    const fault = faultOf(error);
    throw fault.code === 'unavailable' ? fault : new StoreFault('role-missing', message, error);
  }
  await checkRole(client);
}

async function report(step: Promise<void>, done: (error?: Error) => void): Promise<void> {
  try {
    await step;
  } catch (error) {
    done(faultOf(error));
    return;
  }
  done();
}

/** The server's connections; they are all made anew where the database no longer answers. */
interface Lending {
  readonly borrow: () => Promise<PoolClient>;
  readonly sessionOf: (client: ClientBase) => string | undefined;
  readonly close: () => Promise<void>;
}

function lending(locate: Locate): Lending {
  const sessions = new WeakMap<ClientBase, string>();
  let pool: Promise<Pool> | undefined;

  async function openPool(): Promise<Pool> {
    const opened = new Pool({
      ...limited(await locate()),
      max: poolSize,
      idleTimeoutMillis: 0,
      verify: (client, done) => {
        const session = `kanribo ${randomUUID()}`;
        sessions.set(client, session);
        void report(enterRole(client, session), done);
      },
    });
    opened.on('error', ignore);
    return opened;
  }

  async function reopened(former: Promise<Pool>): Promise<Pool> {
    if (pool !== former) return pool ?? openPool();
    pool = openPool();
    former.then((closing) => closing.end()).catch(ignore);
    return pool;
  }

  return {
    borrow: async () => {
      pool ??= openPool();
      const current = pool;
      try {
        return await (await current).connect();
      } catch (error) {
        if (faultOf(error).code !== 'unavailable') throw faultOf(error);
      }
      try {
        return await (await reopened(current)).connect();
      } catch (error) {
        throw faultOf(error);
      }
    },
    sessionOf: (client) => sessions.get(client),
    close: async () => {
      await (await pool)?.end();
    },
  };
}

/** Sessions that broke off; what they were doing may still be under way in the database. */
function lostSessions(locate: Locate): {
  readonly add: (session: string) => void;
  readonly end: () => Promise<void>;
} {
  const lost = new Set<string>();
  return {
    add: (session) => lost.add(session),
    end: async () => {
      if (lost.size === 0) return;
      await asOwner(locate, async (client) => {
        for (const session of lost) {
          const row = await firstRowOf(client, statements.endLostSession, [session]);
          if (row === undefined || !booleanIn(row, 0)) {
            throw new StoreFault('unavailable', 'a session that was lost does not end');
          }
          lost.delete(session);
        }
      });
    },
  };
}

/** Connections to the database that `locate` finds; none is opened yet. */
export function connectTo(locate: Locate): Connections {
  const { borrow, sessionOf, close } = lending(locate);
  const lost = lostSessions(locate);
  return {
    lend: async (use) => {
      await lost.end();
      const client = await borrow();
      client.on('error', ignore);
      try {
        const result = await use(client);
        client.off('error', ignore);
        client.release();
        return result;
      } catch (error) {
        const session = sessionOf(client);
        const brokeOff = error instanceof StoreFault && error.code === 'unavailable';
        if (brokeOff && session !== undefined) lost.add(session);
        client.release(true);
        throw error;
      }
    },
    asOwner: (use) => asOwner(locate, use),
    close,
  };
}
