import { type Result, err, ok } from '@kanribo/kernel';
import type { AccountId } from './account-facts.ts';
import type { Account } from './account-state.ts';
import { admitBoth, giveBack, isLast, limitsOf, lockIfDue } from './attempt-limits.ts';
import { isDormant, suspendAsDormant } from './dormancy.ts';
import { keyedHash } from './keyed-hash.ts';
import { typedPassword } from './passwords.ts';
import { countRefusal } from './refusal-count.ts';
import type { SignInRefusal } from './refusals.ts';
import { passwordHash, secretOf } from './secrets.ts';
import { type PendingSession, type Visitor, beginSession, pendingOf } from './sessions.ts';
import { type AccountsTools, currentAccounts } from './tools.ts';

/** Checks passwords, also of accounts there are not, so that both take the same time. */
export class PasswordCheck {
  readonly #tools: AccountsTools;
  #ofNobody: Promise<string> | undefined;

  constructor(tools: AccountsTools) {
    this.#tools = tools;
  }

  /** Whether it is the password of the account; never of one that has none. */
  async isRight(account: Account | undefined, password: string): Promise<boolean> {
    const typed = typedPassword(password);
    const hash = await this.#hashOf(account);
    if (hash !== undefined) return this.#tools.passwords.verify(hash, typed);
    this.#ofNobody ??= this.#tools.passwords.hash('a password of nobody');
    await this.#tools.passwords.verify(await this.#ofNobody, typed);
    return false;
  }

  async #hashOf(account: Account | undefined): Promise<string | undefined> {
    const { id, password } = account ?? { id: '', password: null };
    const what = { account: id, kind: 'password' } as const;
    const secret = await secretOf(this.#tools, password ?? 'none', what);
    return secret === undefined ? undefined : passwordHash(secret);
  }
}

/** What somebody who wants to sign in says. */
export interface SignInAttempt extends Visitor {
  readonly signInId: string;
  readonly password: string;
}

/** The password was right; the token is of a session that can only take the second step. */
export interface SignInBegun {
  readonly token: string;
  readonly session: PendingSession;
}

/** First step of a sign-in: sign-in id and password. */
export async function beginSignIn(
  tools: AccountsTools,
  check: PasswordCheck,
  attempt: SignInAttempt,
): Promise<Result<SignInBegun, SignInRefusal>> {
  const { state } = await currentAccounts(tools);
  const signIn = await keyedHash(tools, 'sign-in-id', attempt.signInId);
  const account = state.accounts.get(state.bySignIn.get(signIn) ?? '');
  const limits = await limitsOf(tools, { state, account, signIn, address: attempt.address });
  const both = { address: limits.address, account: limits.password };
  const admitted = await admitBoth(tools, both);
  if (!admitted.ok) return refused(tools, attempt, admitted.error);
  const isRight = await check.isRight(account, attempt.password);
  if (account === undefined || !isRight) {
    await lockIfDue(tools, account, { ...limits, attempts: admitted.value });
    return refused(tools, attempt, { code: 'sign-in-wrong' });
  }
  await giveBack(tools, both);
  const unusable = await unusableBecause(tools, account);
  if (unusable !== undefined) return refused(tools, attempt, unusable);
  return ok(await beginPending(tools, account.id, attempt));
}

async function beginPending(
  tools: AccountsTools,
  id: AccountId,
  visitor: Visitor,
): Promise<SignInBegun> {
  const { state, size } = await currentAccounts(tools);
  const begun = { account: id, kind: 'pending', since: size, visitor } as const;
  const { token, stored } = await beginSession(tools, begun);
  const account = state.accounts.get(id);
  const none = { kind: 'pending', id: stored.id, account: id, factors: [] } as const;
  return { token, session: account === undefined ? none : pendingOf(stored, account) };
}

async function refused<R extends SignInRefusal>(
  tools: AccountsTools,
  { address }: Visitor,
  refusal: R,
): Promise<Result<never, R>> {
  await countRefusal(tools, address);
  return err(refusal);
}

async function unusableBecause(
  tools: AccountsTools,
  { id, unusedSince }: Account,
): Promise<SignInRefusal | undefined> {
  const { state } = await currentAccounts(tools);
  const account = state.accounts.get(id);
  if (account === undefined || account.standing.status === 'invited') {
    return { code: 'sign-in-wrong' };
  }
  if (account.standing.status === 'suspended') {
    return { code: 'account-suspended', because: account.standing.because };
  }
  const isLastOne = await isLast(tools, state, account);
  if (account.isLocked && !isLastOne) return { code: 'account-locked' };
  if (isLastOne || !isDormant(tools, unusedSince)) return undefined;
  await suspendAsDormant(tools, id);
  return { code: 'account-suspended', because: 'dormant' };
}
