import type { Account } from './account-state.ts';
import type { AccountsTools } from './tools.ts';

/** Throws away what somebody signed in with, and their sessions, once an entry says that they end. */
export async function dropFormer(
  { store }: Pick<AccountsTools, 'store'>,
  { id, password, factors, recoveryCodes }: Account,
): Promise<void> {
  const sessions = await store.sessionsOf(id);
  await store.dropSessions(sessions.map((session) => session.id));
  const secrets = [...factors.map(({ secret }) => secret), ...recoveryCodes];
  await store.dropSecrets(password === null ? secrets : [...secrets, password]);
}
