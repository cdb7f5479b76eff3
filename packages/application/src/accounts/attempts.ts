import type { CounterStore, StoredCounter } from './ports.ts';
import type { AccountSettings } from './settings.ts';

/** What limits the attempts that are counted under one name. */
export interface AttemptLimit {
  readonly name: string;
  /** Asked for only once there is a delay: it takes time that would tell one id from another. */
  longestDelayMs(): Promise<number>;
  /** After so long without an attempt the count begins anew; undefined: never. */
  readonly memoryMs: number | undefined;
}

interface AttemptTools {
  readonly store: CounterStore;
  readonly settings: AccountSettings;
}

/** How long is to be waited after so many failures: nothing at first, then 1, 2, 4 … seconds. */
function delayAfter(
  failures: number,
  { freeAttempts }: Pick<AccountSettings, 'freeAttempts'>,
): number {
  const beyond = failures - freeAttempts;
  return beyond < 0 ? 0 : 1_000 * 2 ** Math.min(beyond, 30);
}

/** An attempt that was let through, or how long it has to wait. */
export type Admission =
  | { readonly isAdmitted: true; readonly attempts: number }
  | { readonly isAdmitted: false; readonly waitMs: number };

const mostRaces = 8;

/**
 * Counts an attempt before it is looked at, so that many at once are not looked at side by side.
 * One that has to wait is not counted: nobody can keep another out by trying on.
 */
export async function admitAttempt(
  { store, settings }: AttemptTools,
  limit: AttemptLimit,
  now: number,
): Promise<Admission> {
  for (let race = 0; race < mostRaces; race += 1) {
    const stored = await store.counter(limit.name);
    const expected = stored?.count ?? 0;
    const failures = stored === undefined || isForgotten(stored, limit, now) ? 0 : expected;
    const delayMs = delayAfter(failures, settings);
    const longestMs = delayMs === 0 ? 0 : await limit.longestDelayMs();
    const waitMs = waitingTime(stored, now, Math.min(delayMs, longestMs));
    if (waitMs > 0) return { isAdmitted: false, waitMs };
    const to = { name: limit.name, count: failures + 1, changedMs: now };
    if (await store.moveCounter(to, expected)) return { isAdmitted: true, attempts: to.count };
  }
  return { isAdmitted: false, waitMs: 1_000 };
}

/** Takes an attempt back that turned out not to be a failure. */
export function giveBackAttempt(
  { store }: AttemptTools,
  { name }: AttemptLimit,
  now: number,
): Promise<void> {
  return store.addToCounter({ name, count: -1, changedMs: now });
}

const isForgotten = (
  { changedMs }: StoredCounter,
  { memoryMs }: AttemptLimit,
  now: number,
): boolean => memoryMs !== undefined && now - changedMs > memoryMs;

/** A clock that was set back does not make anybody wait longer than the delay. */
function waitingTime(stored: StoredCounter | undefined, now: number, delayMs: number): number {
  if (stored === undefined) return 0;
  return Math.min(delayMs, Math.max(0, stored.changedMs + delayMs - now));
}
