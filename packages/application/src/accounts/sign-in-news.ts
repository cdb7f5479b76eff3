import { type JsonObject, type Moment, type Result, err, ok } from '@kanribo/kernel';
import { accountDeclarations as declared } from './account-facts.ts';
import type { Account, AccountEvent } from './account-state.ts';
import type { Failures } from './attempt-limits.ts';
import { type FullSession, counts } from './sessions.ts';
import { type AccountsTools, record } from './tools.ts';

/** What somebody has to know who signed in: what happened to the account since the time before. */
export interface SignInNews extends Failures {
  /** When the account was signed in to before; null the first time. */
  readonly before: Moment | null;
  /** What changed before it of what one signs in with and was not acknowledged, the newest first. */
  readonly changes: readonly AccountEvent[];
  /** The entry of the newest of them; null where there is none. */
  readonly upTo: number | null;
}

/** What the last sign-in brought to light. */
export function signInNews({ history, news }: Account): SignInNews {
  const signIns = history.filter(({ declaration }) => declaration === declared.signedIn);
  const facts = signIns.at(-1)?.facts ?? {};
  const changes = news.filter(({ isTold }) => isTold).toReversed();
  return {
    failures: count(facts, 'failures'),
    secondFailures: count(facts, 'secondFailures'),
    before: signIns.at(-2)?.at ?? null,
    changes,
    upTo: changes.at(0)?.sequence ?? null,
  };
}

/** Enters that an account's owner has seen what they were told, up to an entry. */
export async function acknowledgeNews(
  tools: AccountsTools,
  by: FullSession,
  upTo: number,
): Promise<Result<undefined, { readonly code: 'session-over' }>> {
  const stored = await tools.store.storedSession(by.id);
  const facts = { account: by.account, upTo };
  const recorded = await record<{ readonly code: 'session-over' }>(tools, by.account, (state) =>
    stored !== undefined && counts(tools, stored, state)
      ? ok([{ declaration: declared.newsAcknowledged, facts }])
      : err({ code: 'session-over' }),
  );
  return recorded.ok ? ok(undefined) : recorded;
}

/** A count of an entry; entries of before know of fewer. */
function count(facts: JsonObject, name: string): number {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
}
