import type { JsonObject, Moment } from '@kanribo/kernel';
import { accountDeclarations as declared } from './account-facts.ts';
import type { Account, AccountEvent } from './account-state.ts';
import type { Failures } from './attempt-limits.ts';

/** What somebody has to know who signed in: what happened to the account since the time before. */
export interface SignInNews extends Failures {
  /** When the account was signed in to before; null the first time. */
  readonly before: Moment | null;
  /** What changed since then of what one signs in with, the newest first. */
  readonly changes: readonly AccountEvent[];
}

const told: ReadonlySet<string> = new Set([
  declared.invitedAgain,
  declared.passwordSet,
  declared.factorAdded,
  declared.factorRemoved,
  declared.recoveryCodesMade,
  declared.locked,
  declared.unlocked,
]);

/** What the last sign-in brought to light. */
export function signInNews({ history }: Account): SignInNews {
  const signIns = history.flatMap(({ declaration }, index) =>
    declaration === declared.signedIn ? [index] : [],
  );
  const [last, before] = [signIns.at(-1), signIns.at(-2)];
  const { facts = {} } = (last === undefined ? undefined : history[last]) ?? {};
  const failed = {
    failures: count(facts, 'failures'),
    secondFailures: count(facts, 'secondFailures'),
  };
  if (last === undefined || before === undefined) return { ...failed, before: null, changes: [] };
  const since = history.slice(before + 1, last).toReversed();
  const changes = since.filter(({ declaration }) => told.has(declaration));
  return { ...failed, before: history[before]?.at ?? null, changes };
}

/** A count of an entry; entries of before know of fewer. */
function count(facts: JsonObject, name: string): number {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
}
