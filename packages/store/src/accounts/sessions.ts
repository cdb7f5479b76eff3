import type { AccountsKey, SessionKind, SessionStore, StoredSession } from '@kanribo/application';
import { type Row, bytesIn, integerIn, textIn, textOrNullIn } from '../columns.ts';
import { StoreFault } from '../fault.ts';
import type { Lend } from '../logs/reader.ts';
import { firstRowOf, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';
import { isOwnSession, keyFor, sessionMac } from './seal.ts';
import { textArray } from './secrets.ts';

const kinds: readonly SessionKind[] = ['enrolling', 'pending', 'full'];

/**
 * Keeps sessions over connections that `lend` gives. Each is authenticated, so that nobody who has
 * the database but not the keys can make one, or make one into another's.
 */
export function sessionStore(lend: Lend, accountsKey: AccountsKey): SessionStore {
  const keyNow = async () => keyFor(await accountsKey(), 'account sessions');
  return {
    keepSession: async (session) => {
      const { id, account, kind, since, startedMs, seenMs, provedMs } = session;
      const { address, agent, passkey, certificate } = session;
      const times = [since, startedMs, seenMs, provedMs];
      const mac = sessionMac(await keyNow(), session);
      const shown = [certificate?.fingerprint ?? null, certificate?.subject ?? null];
      const values = [id, account, kind, ...times, address, agent, mac, passkey, ...shown];
      await lend((client) => rowsOf(client, statements.accountKeepSession, values));
    },
    storedSession: async (id) => {
      const row = await lend((client) => firstRowOf(client, statements.accountReadSession, [id]));
      return row === undefined ? undefined : sessionIn(row, await keyNow());
    },
    sessionsOf: async (account) => {
      const values = [account];
      const rows = await lend((client) => rowsOf(client, statements.accountListSessions, values));
      const key = await keyNow();
      return rows.map((row) => sessionIn(row, key));
    },
    touchSession: async (id, { seenMs, provedMs }) => {
      const values = [id, seenMs, provedMs];
      await lend((client) => rowsOf(client, statements.accountTouchSession, values));
    },
    dropSessions: async (ids) => {
      if (ids.length === 0) return 0;
      const values = [textArray(ids)];
      const rows = await lend((client) => rowsOf(client, statements.accountDropSessions, values));
      return rows.length;
    },
    dropSessionsBefore: async (startedMs) => {
      const values = [startedMs];
      await lend((client) => rowsOf(client, statements.accountDropOldSessions, values));
    },
  };
}

function sessionIn(row: Row, key: Uint8Array): StoredSession {
  const kind = kinds.find((known) => known === textIn(row, 2));
  if (kind === undefined) throw new StoreFault('corrupt', 'a session is of no known kind');
  const session = {
    id: textIn(row, 0),
    account: textIn(row, 1),
    kind,
    since: integerIn(row, 3),
    startedMs: integerIn(row, 4),
    seenMs: integerIn(row, 5),
    provedMs: integerIn(row, 6),
    address: textIn(row, 7),
    agent: textIn(row, 8),
    passkey: textOrNullIn(row, 10),
    certificate: certificateIn(row),
  };
  if (isOwnSession(key, session, bytesIn(row, 9))) return session;
  throw new StoreFault('corrupt', `a session of ${session.account} is not as it was begun`);
}

function certificateIn(row: Row): StoredSession['certificate'] {
  const [fingerprint, subject] = [textOrNullIn(row, 11), textOrNullIn(row, 12)];
  return fingerprint === null || subject === null ? null : { fingerprint, subject };
}
