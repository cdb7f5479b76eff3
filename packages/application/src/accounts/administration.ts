import { type Moment, type Result, dayOf, err, ok } from '@kanribo/kernel';
import { type AccountId, accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook, AccountNames } from './account-names.ts';
import {
  type Account,
  type AccountStanding,
  type Audit,
  type Binding,
  accountBoundTo,
  isLastAdministrator,
  isSameBinding,
} from './account-state.ts';
import { forgetAttempts } from './attempt-limits.ts';
import { type AuditOffer, auditAllowed, auditsRefusal, isAuditing } from './audits.ts';
import { type Decided, type Deed, type Done, deed, isStill, managesAll } from './deeds.ts';
import { type ListedPasskey, listedPasskeys } from './devices.ts';
import { dropFormer } from './former-secrets.ts';
import { keyedHash } from './keyed-hash.ts';
import { namesRefusal } from './links.ts';
import type { DeedRefusal, SignInIdRefusal } from './refusals.ts';
import type { FullSession } from './sessions.ts';
import { freshToken } from './tokens.ts';
import { type AccountEntry, type AccountsTools, currentAccounts, record } from './tools.ts';

/** Whom somebody invites. */
export interface Invitation extends AccountNames {
  readonly isAdministrator: boolean;
  readonly bindings: readonly Binding[];
  readonly audits?: readonly AuditOffer[];
}

/** An account as those who administer it see it. */
export interface ListedAccount extends AccountNames {
  readonly id: AccountId;
  readonly status: AccountStanding['status'];
  readonly because: 'decided' | 'dormant' | null;
  readonly isAdministrator: boolean;
  readonly isLocked: boolean;
  readonly bindings: readonly Binding[];
  readonly audits: readonly Audit[];
  /** Shown to administrators, who register devices; to others none. */
  readonly passkeys: readonly ListedPasskey[];
  readonly lastSignInAt: Moment | null;
  /** When a way back in was last offered from the machine. */
  readonly wayBackOfferedAt: Moment | null;
}

/** Invites somebody: one group of entries, the token nowhere but in the answer. */
export async function invite(
  tools: AccountsTools,
  by: FullSession,
  invitation: Invitation,
): Promise<
  Result<{ readonly account: AccountId; readonly token: string }, DeedRefusal | SignInIdRefusal>
> {
  const unfit = namesRefusal(invitation);
  if (unfit !== undefined) return err(unfit);
  const { isAdministrator, bindings, audits = [] } = invitation;
  const mayInvite = await managesAll(tools, by, { bindings, audits });
  if (!mayInvite || (isAdministrator && !by.isAdministrator)) return err({ code: 'not-allowed' });
  const signIn = await keyedHash(tools, 'sign-in-id', invitation.signInId);
  const { token, hash } = freshToken(tools);
  let account: AccountId = '';
  const recorded = await record<DeedRefusal>(tools, by.account, (state, { now }): Decided => {
    if (!isStill(state, by)) return err({ code: 'not-allowed' });
    if (state.bySignIn.has(signIn)) return err({ code: 'sign-in-id-taken' });
    if (bindings.some((binding) => accountBoundTo(state, binding) !== undefined)) {
      return err({ code: 'person-bound' });
    }
    const unfit = auditsRefusal(audits, bindings, dayOf(now));
    if (unfit !== undefined) return err(unfit);
    account = `account-${state.accounts.size + 1}`;
    return ok(invitationEntries(account, { ...invitation, signIn, link: hash }));
  });
  return recorded.ok ? ok({ account, token }) : recorded;
}

function invitationEntries(
  account: AccountId,
  what: Invitation & { readonly signIn: string; readonly link: string },
): readonly AccountEntry[] {
  const { signInId, displayName, isAdministrator: administrator, signIn, link } = what;
  const facts = { account, signIn, link, administrator };
  const particulars = { signInId, displayName };
  return [
    { declaration: declared.invited, facts, particulars },
    ...what.bindings.map((binding) => ({
      declaration: declared.bound,
      facts: { account, ...binding },
    })),
    ...(what.audits ?? []).map((audit) => auditAllowed(account, audit)),
  ];
}

/** Invites somebody anew who let the link pass, or lost what they signed in with. */
export async function inviteAgain(
  tools: AccountsTools,
  what: Deed,
): Promise<Done<{ readonly token: string }>> {
  const { token, hash } = freshToken(tools);
  if (what.by.account === what.account) return err({ code: 'second-person-needed' });
  const facts = { account: what.account, link: hash };
  const done = await deed(tools, what, (_account, state) =>
    isLastAdministrator(state, what.account)
      ? err({ code: 'last-administrator' })
      : ok([{ declaration: declared.invitedAgain, facts }]),
  );
  if (!done.ok) return done;
  await dropFormer(tools, done.value);
  return ok({ token });
}

/** Suspends an account: its sessions are over once the entry stands. */
export async function suspend(tools: AccountsTools, what: Deed): Promise<Done<undefined>> {
  const facts = { account: what.account, because: 'decided' };
  const done = await deed(tools, what, (account, state) => {
    const { status } = account.standing;
    if (status === 'suspended') return err({ code: 'standing-differs', status });
    if (isLastAdministrator(state, account.id)) return err({ code: 'last-administrator' });
    return ok([{ declaration: declared.suspended, facts }]);
  });
  if (!done.ok) return done;
  const sessions = await tools.store.sessionsOf(what.account);
  await tools.store.dropSessions(sessions.map(({ id }) => id));
  return ok(undefined);
}

/** Lets a suspended account be used again; one that never was has to be invited anew. */
export async function resume(tools: AccountsTools, what: Deed): Promise<Done<undefined>> {
  const facts = { account: what.account };
  const done = await deed(tools, what, ({ standing: { status }, password, bindings }, state) => {
    if (status !== 'suspended' || password === null) {
      return err({ code: 'standing-differs', status });
    }
    if (bindings.some((binding) => accountBoundTo(state, binding) !== undefined)) {
      return err({ code: 'person-bound' });
    }
    return ok([{ declaration: declared.resumed, facts }]);
  });
  return done.ok ? ok(undefined) : done;
}

/** Unlocks an account: a second person's deed, after which its failures are forgotten. */
export async function unlock(tools: AccountsTools, what: Deed): Promise<Done<undefined>> {
  if (what.by.account === what.account) return err({ code: 'second-person-needed' });
  const facts = { account: what.account };
  const done = await deed(tools, what, ({ isLocked }) =>
    isLocked ? ok([{ declaration: declared.unlocked, facts }]) : err({ code: 'not-locked' }),
  );
  if (!done.ok) return done;
  await forgetAttempts(tools, done.value);
  return ok(undefined);
}

/** Ends all sessions of an account. */
export async function endSessions(tools: AccountsTools, what: Deed): Promise<Done<undefined>> {
  const facts = { account: what.account };
  const done = await deed(tools, what, () => ok([{ declaration: declared.sessionsEnded, facts }]));
  if (!done.ok) return done;
  const sessions = await tools.store.sessionsOf(what.account);
  await tools.store.dropSessions(sessions.map(({ id }) => id));
  return ok(undefined);
}

/**
 * Lets an account act as a person of a contract. Nobody does so for an own account while another
 * administrator could: it gives rights over contents.
 */
export async function bind(
  tools: AccountsTools,
  what: Deed & { readonly binding: Binding },
): Promise<Done<undefined>> {
  const { by, account: id, binding } = what;
  if (!(await managesAll(tools, by, { bindings: [binding], audits: [] })))
    return err({ code: 'not-allowed' });
  const facts = { account: id, ...binding };
  const done = await deed(tools, what, (account, state, today) => {
    if (id === by.account && !isLastAdministrator(state, id)) {
      return err({ code: 'second-person-needed' });
    }
    const { status } = account.standing;
    if (status === 'suspended') return err({ code: 'standing-differs', status });
    const holder = accountBoundTo(state, binding);
    if (holder !== undefined) return err({ code: 'person-bound' });
    if (isAuditing(account, binding.contract, today)) return err({ code: 'other-part' });
    return ok([{ declaration: declared.bound, facts }]);
  });
  return done.ok ? ok(undefined) : done;
}

/** Ends that an account acts as a person of a contract. */
export async function unbind(
  tools: AccountsTools,
  what: Deed & { readonly binding: Binding },
): Promise<Done<undefined>> {
  const { account: id, binding } = what;
  const facts = { account: id, ...binding };
  const done = await deed(tools, what, ({ bindings }) =>
    bindings.some((one) => isSameBinding(one, binding))
      ? ok([{ declaration: declared.unbound, facts }])
      : err({ code: 'binding-unknown' }),
  );
  return done.ok ? ok(undefined) : done;
}

/** The accounts somebody may administer, in the order in which they were made. */
export async function listAccounts(
  tools: AccountsTools,
  book: AccountNameBook,
  by: FullSession,
): Promise<readonly ListedAccount[]> {
  const { state } = await currentAccounts(tools);
  const listed: ListedAccount[] = [];
  for (let number = 1; number <= state.accounts.size; number += 1) {
    const account = state.accounts.get(`account-${number}`);
    if (account === undefined || !(await managesAll(tools, by, account))) continue;
    const passkeys = by.isAdministrator ? await listedPasskeys(tools, book, account) : [];
    listed.push({ ...(await listedOf(account, book)), passkeys });
  }
  return listed;
}

async function listedOf(
  account: Account,
  book: AccountNameBook,
): Promise<Omit<ListedAccount, 'passkeys'>> {
  const { id, standing, isAdministrator, isLocked, bindings, audits } = account;
  const { lastSignInAt, wayBackOfferedAt } = account;
  const because = standing.status === 'suspended' ? standing.because : null;
  const names = await book.of(account);
  const { status } = standing;
  const about = { status, because, isAdministrator, isLocked, bindings, audits };
  return { id, ...names, ...about, lastSignInAt, wayBackOfferedAt };
}
