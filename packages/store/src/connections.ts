import { Client, type ClientBase } from 'pg';
import { booleanIn } from './columns.ts';
import { StoreFault } from './fault.ts';
import { type Locate, lendingFrom, patient, whenUp } from './lending.ts';
import { firstRowOf } from './session.ts';
import { statements } from './sql/statements.ts';

/** Connections to one database. */
export interface Connections {
  /** What the name of each lent session begins with; nobody else's does. */
  readonly sessionPrefix: string;
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

const ignore = (): void => undefined;

/** Connections to the database that `locate` finds; none is opened yet. */
export function connectTo(locate: Locate): Connections {
  const { sessionPrefix, borrow, sessionOf, close } = lendingFrom(locate);
  const lost = lostSessions(locate);
  return {
    sessionPrefix,
    lend: async (use) => {
      await lost.end();
      const client = await borrow();
      try {
        const result = await use(client);
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

async function asOwner<T>(locate: Locate, use: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await whenUp(async () => {
    const attempt = new Client(patient(await locate()));
    attempt.on('error', ignore);
    await attempt.connect();
    return attempt;
  });
  try {
    return await use(client);
  } finally {
    await client.end().catch(ignore);
  }
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
          await endSession(client, session);
          lost.delete(session);
        }
      });
    },
  };
}

async function endSession(client: ClientBase, session: string): Promise<void> {
  const row = await firstRowOf(client, statements.endLostSession, [session]);
  if (row !== undefined && booleanIn(row, 0)) return;
  throw new StoreFault('unavailable', 'a session that was lost does not end');
}
