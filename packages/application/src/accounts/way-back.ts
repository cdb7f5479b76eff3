import { type Result, err, ok } from '@kanribo/kernel';
import { type AccountId, accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook, AccountNames } from './account-names.ts';
import { isActive } from './account-state.ts';
import { freshToken } from './tokens.ts';
import { type AccountsTools, currentAccounts, record } from './tools.ts';

/** Who does what is done from the machine itself, by nobody the instance knows. */
const machine = 'machine';

/** An administrator who may be offered a way back in. */
export interface Administrator extends AccountNames {
  readonly id: AccountId;
}

/** The administrators who could sign in if they had what they sign in with. */
export async function administratorsOf(
  tools: AccountsTools,
  book: AccountNameBook,
): Promise<readonly Administrator[]> {
  const { state } = await currentAccounts(tools);
  const found = [...state.accounts.values()].filter(
    (account) => account.isAdministrator && isActive(account),
  );
  return Promise.all(
    found.map(async (account) => ({ id: account.id, ...(await book.of(account)) })),
  );
}

/**
 * Offers an administrator a way back in, by a deed of who holds the machine and its keys: once and
 * for as long as a set-up link. What they sign in with counts until it is used, and each link makes
 * those before it void.
 */
export async function offerWayBack(
  tools: AccountsTools,
  account: AccountId,
): Promise<Result<{ readonly token: string }, { readonly code: 'no-administrator' }>> {
  const { token, hash } = freshToken(tools);
  const entry = { declaration: declared.wayBackOffered, facts: { account, link: hash } };
  const offered = await record<{ readonly code: 'no-administrator' }>(
    tools,
    machine,
    ({ accounts }) => {
      const now = accounts.get(account);
      const isMeant = now !== undefined && now.isAdministrator && isActive(now);
      return isMeant ? ok([entry]) : err({ code: 'no-administrator' });
    },
  );
  return offered.ok ? ok({ token }) : offered;
}
