import type { AccountsState } from './account-state.ts';
import { type AccountsTools, currentAccounts, nowMs } from './tools.ts';

const dayMs = 86_400_000;
const countersKeptMs = 30 * dayMs;

/**
 * Throws away what counts for nothing: secrets no entry names that are a day old, sessions that are
 * over, counters nobody moved for a month. Nothing hangs on when it runs.
 */
export async function sweepLeftovers(tools: AccountsTools): Promise<void> {
  const now = nowMs(tools);
  const { state } = await currentAccounts(tools);
  const live = secretsNamedIn(state);
  const leftovers = (await tools.store.secretIds()).filter(
    ({ id, madeMs }) => !live.has(id) && now - madeMs > dayMs,
  );
  await tools.store.dropSecrets(leftovers.map(({ id }) => id));
  await tools.store.dropSessionsBefore(now - Math.max(tools.settings.sessionMs, dayMs));
  const counters = await tools.store.counters('');
  const forgotten = counters.filter(
    ({ name, changedMs }) => !name.startsWith('refused/') && now - changedMs > countersKeptMs,
  );
  await tools.store.dropCounters(forgotten.map(({ name }) => name));
}

function secretsNamedIn({ accounts }: AccountsState): ReadonlySet<string> {
  return new Set(
    [...accounts.values()].flatMap(({ password, factors, recoveryCodes }) => [
      ...(password === null ? [] : [password]),
      ...factors.map(({ secret }) => secret),
      ...recoveryCodes,
    ]),
  );
}
