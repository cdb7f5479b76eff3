import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientBase, type ClientConfig, DatabaseError, Pool, type PoolClient } from 'pg';
import { checkRole, checkSettings } from './checks.ts';
import { StoreFault, faultOf } from './fault.ts';
import { rowsOf } from './session.ts';
import { statements } from './sql/statements.ts';

/** Where the database listens and how to log in; starts it where that is ours to do. */
export type Locate = () => Promise<ClientConfig>;

/** The server's connections; they are all made anew when the database no longer answers. */
export interface Lending {
  /** What the name of each session begins with; nobody else's does. */
  readonly sessionPrefix: string;
  /**
   * A connection that was checked and works under the server's role; to be released.
   * @throws {StoreFault}
   */
  readonly borrow: () => Promise<PoolClient>;
  readonly sessionOf: (client: ClientBase) => string | undefined;
  readonly close: () => Promise<void>;
}

const connectTimeoutMs = 10_000;
const statementTimeoutMs = 60_000;
const answerTimeoutMs = 75_000;
const startingMs = 15_000;
const retryMs = 50;
const poolSize = 8;

const ignore = (): void => undefined;

/** How to connect at all: in UTF-8, within a bounded time, noticing a dead network. */
export function patient(config: ClientConfig): ClientConfig {
  return {
    ...config,
    client_encoding: 'UTF8',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
  };
}

/** The database gives a statement up before we do, so that its answer is known. */
function limited(config: ClientConfig): ClientConfig {
  const statementLimits = { statement_timeout: statementTimeoutMs, query_timeout: answerTimeoutMs };
  return { ...patient(config), ...statementLimits };
}

/** Where the database was found once, not finding it means that it does not answer now. */
async function found(locate: Locate): Promise<ClientConfig> {
  try {
    return await locate();
  } catch (error) {
    throw new StoreFault('unavailable', 'the database does not run and cannot be started', error);
  }
}

/** All connections are lent: the database is not to blame, and more of them would not help. */
function isQueueFull(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect';
}

/**
 * Connects, and does so again for a while where the database says that it is starting, recovering
 * or shutting down.
 */
export async function whenUp<T>(connect: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + startingMs;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      const { cause } = faultOf(error);
      const cannotConnectNow = cause instanceof DatabaseError && cause.code === '57P03';
      if (!cannotConnectNow || Date.now() > deadline) throw faultOf(error);
    }
    await sleep(retryMs);
  }
}

/** Names each session, so that one that was lost can be found and ended. */
async function enterRole(client: ClientBase, session: string): Promise<void> {
  await checkSettings(client);
  try {
    await rowsOf(client, statements.enterRole, [session]);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.code === 'unavailable') throw fault;
    const message =
      'the login cannot take the role kanribo_server; as an administrator: ' +
      'CREATE ROLE kanribo_server NOLOGIN; GRANT kanribo_server TO <login>;';
    throw new StoreFault('role-missing', message, error);
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

/** Connections to the database that `locate` finds; none is opened yet. */
export function lendingFrom(locate: Locate): Lending {
  const sessionPrefix = `kanribo ${randomUUID()}`;
  const sessions = new WeakMap<ClientBase, string>();
  let sessionCount = 0;
  let pool: Promise<Pool> | undefined;

  async function openPool(): Promise<Pool> {
    const opened = new Pool({
      ...limited(await found(locate)),
      max: poolSize,
      idleTimeoutMillis: 0,
      verify: (client, done) => {
        // A connection may break while it passes from the pool to whoever waits: for a moment
        // nobody listens, and an unheard error would end the process.
        client.on('error', ignore);
        sessionCount += 1;
        const session = `${sessionPrefix} ${sessionCount}`;
        sessions.set(client, session);
        void report(enterRole(client, session), done);
      },
    });
    opened.on('error', ignore);
    return opened;
  }

  /** The pool that follows a failed one: the database may have moved, or have to be started. */
  function successorOf(failed: Promise<Pool>): Promise<Pool> {
    if (pool === failed) {
      pool = openPool();
      failed.then((former) => former.end()).catch(() => undefined);
    }
    return pool ?? openPool();
  }

  async function connected(): Promise<PoolClient> {
    pool ??= openPool();
    const current = pool;
    try {
      return await (await current).connect();
    } catch (error) {
      if (faultOf(error).code !== 'unavailable' || isQueueFull(error)) throw faultOf(error);
    }
    try {
      return await (await successorOf(current)).connect();
    } catch (error) {
      throw faultOf(error);
    }
  }

  return {
    sessionPrefix,
    borrow: () => whenUp(connected),
    sessionOf: (client) => sessions.get(client),
    close: async () => {
      await pool?.then((opened) => opened.end()).catch(() => undefined);
    },
  };
}
