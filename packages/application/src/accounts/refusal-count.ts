import { type JsonObject, err, ok } from '@kanribo/kernel';
import { software } from '../ledger/own-entries.ts';
import { type AccountId, accountDeclarations } from './account-facts.ts';
import { keyedHash } from './keyed-hash.ts';
import type { StoredCounter } from './ports.ts';
import { type AccountsTools, nowMs, record } from './tools.ts';

const minuteMs = 60_000;
const prefix = 'refused/';
const mostAddresses = 50;

/**
 * Counts a refusal of somebody who is not signed in. It stands in a table at once; the log gets one
 * entry for all of a minute, so that nobody can flood it.
 */
export async function countRefusal(tools: AccountsTools, address: string): Promise<void> {
  const now = nowMs(tools);
  const minute = Math.floor(now / minuteMs);
  const hash = await keyedHash(tools, 'address', address);
  const name = `${prefix}${minute}/${hash}`;
  await tools.store.addToCounter({ name, count: 1, changedMs: now });
}

/**
 * Enters that a route was not open to an account: the first time of each minute by itself, so that
 * nobody can flood the log. Those that follow are counted by address, as all are.
 */
export async function enterRefusalOf(
  tools: AccountsTools,
  what: { readonly account: AccountId; readonly route: string; readonly code: string },
): Promise<void> {
  const { account, route } = what;
  const now = nowMs(tools);
  const minute = Math.floor(now / minuteMs);
  // The counter holds the minute of the last entry, so that there is one row a route at most.
  const name = `refusal/${account}/${route}`;
  const expected = (await tools.store.counter(name))?.count ?? 0;
  if (expected >= minute) return;
  if (!(await tools.store.moveCounter({ name, count: minute, changedMs: now }, expected))) return;
  const facts = { ...what, minute };
  await record(tools, account, () => ok([{ declaration: accountDeclarations.refused, facts }]));
}

/**
 * Enters what was refused in minutes that are over for good: first the entry, then the counters go.
 * What a crash leaves between the two is counted already and only goes.
 */
export async function enterRefusals(tools: AccountsTools): Promise<void> {
  const before = Math.floor(nowMs(tools) / minuteMs) - 1;
  const counted = await tools.store.counters(prefix);
  const byMinute = Map.groupBy(counted, ({ name }) => Number(name.split('/')[1]));
  for (const [minute, counters] of [...byMinute].sort(([left], [right]) => left - right)) {
    if (minute >= before) continue;
    await enter(tools, minute, counters);
    await tools.store.dropCounters(counters.map(({ name }) => name));
  }
}

async function enter(
  tools: AccountsTools,
  minute: number,
  counters: readonly StoredCounter[],
): Promise<void> {
  const facts = factsOf(minute, counters);
  await record(tools, software, ({ refusalsCountedTo }) =>
    minute > refusalsCountedTo
      ? ok([{ declaration: accountDeclarations.refusedMany, facts }])
      : err('counted'),
  );
}

function factsOf(minute: number, counters: readonly StoredCounter[]): JsonObject {
  const sorted = [...counters].sort((left, right) => right.count - left.count);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const addresses = sorted
    .slice(0, mostAddresses)
    .map(({ name, count }) => ({ address: name.split('/')[2] ?? '', count }));
  return { minute, count: total, addresses, addressCount: sorted.length };
}
