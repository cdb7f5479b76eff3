import type { AccountStore, AccountsKey } from '@kanribo/application';
import type { Database } from '../database.ts';
import { counterStore } from './counters.ts';
import { secretStore } from './secrets.ts';
import { sessionStore } from './sessions.ts';

/**
 * Secrets, counters and sessions of accounts in a database. `accountsKey` gives the 32 bytes that
 * secrets are sealed under. What it answers is durable; see the ports for each method.
 */
export function openAccountStore(
  { connections: { lend } }: Database,
  accountsKey: AccountsKey,
): AccountStore {
  const key = remembered(accountsKey);
  return { ...secretStore(lend, key), ...sessionStore(lend, key), ...counterStore(lend) };
}

/** Every request asks for the key: it is read once, and again only where that failed. */
function remembered(accountsKey: AccountsKey): AccountsKey {
  let known: Promise<Uint8Array> | undefined;
  return () => {
    const reading = known ?? accountsKey();
    known = reading;
    reading.catch(() => {
      known = undefined;
    });
    return reading;
  };
}
