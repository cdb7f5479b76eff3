import { err, findIndividualNumbers, ok } from '@kanribo/kernel';
import { software } from '../ledger/own-entries.ts';
import { accountDeclarations as declared } from './account-facts.ts';
import type { AccountNames } from './account-names.ts';
import type { Account } from './account-state.ts';
import type { SignInIdRefusal } from './refusals.ts';
import { freshToken, tokenHash } from './tokens.ts';
import { type AccountsTools, currentAccounts, nowMs, record } from './tools.ts';

const isSignInId = (text: string): boolean => /^[a-z0-9._-]{3,40}$/.test(text);

/** None may hold what could be an Individual Number: they stand where people see them. */
const holdsNumber = (text: string): boolean => findIndividualNumbers(text).length > 0;

/** Whether a text can be the name of a person or a device. */
export const isName = (text: string): boolean =>
  text.isWellFormed() &&
  text.trim() === text &&
  text.length > 0 &&
  text.length <= 60 &&
  !holdsNumber(text);

/** Why these names are not taken. */
export function namesRefusal({ signInId, displayName }: AccountNames): SignInIdRefusal | undefined {
  if (!isSignInId(signInId) || holdsNumber(signInId)) return { code: 'sign-in-id-malformed' };
  return isName(displayName) ? undefined : { code: 'display-name-malformed' };
}

/**
 * A set-up link for the first administrator, while there was never one. Each link makes those
 * before it void.
 */
export async function offerSetUp(
  tools: AccountsTools,
): Promise<{ readonly token: string } | undefined> {
  const { token, hash } = freshToken(tools);
  const offered = await record(tools, software, ({ hasHadAdministrator }) =>
    hasHadAdministrator
      ? err('set-up')
      : ok([{ declaration: declared.setUpOffered, facts: { link: hash } }]),
  );
  return offered.ok ? { token } : undefined;
}

/** Whether a set-up link can be used. */
export async function isSetUpUsable(tools: AccountsTools, token: string): Promise<boolean> {
  const { state } = await currentAccounts(tools);
  const { setUp, hasHadAdministrator } = state;
  if (setUp === null || hasHadAdministrator || setUp.link !== tokenHash(tools, token)) return false;
  return nowMs(tools) - Date.parse(setUp.offeredAt) <= tools.settings.setUpLinkMs;
}

/** The account a usable invitation, or way back in, is for. */
export async function invitedBy(tools: AccountsTools, token: string): Promise<Account | undefined> {
  const { state } = await currentAccounts(tools);
  const link = tokenHash(tools, token);
  const now = nowMs(tools);
  const { invitationMs, setUpLinkMs } = tools.settings;
  return [...state.accounts.values()].find(({ standing, wayBack }) => {
    if (standing.status === 'invited') {
      return standing.link === link && now - Date.parse(standing.invitedAt) <= invitationMs;
    }
    return wayBack?.link === link && now - Date.parse(wayBack.offeredAt) <= setUpLinkMs;
  });
}
