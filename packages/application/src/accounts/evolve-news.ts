import type { Recorded } from '../ledger/rules.ts';
import { accountDeclarations as declared } from './account-facts.ts';
import type { Account } from './account-state.ts';

/** What its owner is told of until they say that they have seen it. */
const told: ReadonlySet<string> = new Set([
  declared.invitedAgain,
  declared.wayBackOffered,
  declared.wayBackUsed,
  declared.passwordSet,
  declared.factorAdded,
  declared.factorRemoved,
  declared.recoveryCodesMade,
  declared.locked,
  declared.unlocked,
  declared.deviceDiffered,
]);

/**
 * An account with what its owner has yet to be told, or to say that they have seen, after an entry.
 * What belongs to accepting an invitation is their own doing, and no news.
 */
export function withNews(account: Account, recorded: Recorded): Account {
  const { declaration, sequence, recordedAt: at, actor, facts } = recorded;
  const { news, standing } = account;
  if (declaration === declared.signedIn) {
    return { ...account, news: news.map((one) => ({ ...one, isTold: true })) };
  }
  if (declaration === declared.newsAcknowledged) {
    const upTo = Number(facts['upTo']);
    const left = news.filter((one) => !one.isTold || one.sequence > upTo);
    return { ...account, news: left };
  }
  if (!told.has(declaration) || standing.status === 'invited') return account;
  const one = { at, declaration, actor, facts, sequence, isTold: false };
  return { ...account, news: [...news, one] };
}
