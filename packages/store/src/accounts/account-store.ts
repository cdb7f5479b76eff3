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
  return { ...secretStore(lend, accountsKey), ...sessionStore(lend), ...counterStore(lend) };
}
