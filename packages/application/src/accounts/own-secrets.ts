import { type JsonObject, type Result, err, ok } from '@kanribo/kernel';
import { accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook } from './account-names.ts';
import { ownOf, provingPassword } from './own-account.ts';
import { passkeyCreated, passkeyCreation } from './passkey-steps.ts';
import { acceptPassword } from './passwords.ts';
import type { StoredSession } from './ports.ts';
import type {
  Delayed,
  FactorRefusal,
  PasskeysUnavailable,
  PasswordRefusal,
  SecondStepRefusal,
} from './refusals.ts';
import {
  keepFresh,
  keepRecoveryCodes,
  passkeyBytes,
  passkeyFacts,
  passwordBytes,
  secretOf,
} from './secrets.ts';
import { type FullSession, beginSession, counts, sessionOf } from './sessions.ts';
import type { PasswordCheck } from './sign-in.ts';
import { type AccountEntry, type AccountsTools, record } from './tools.ts';
import { useTotpCode } from './totp-step.ts';

/** The session is over. */
export interface SessionOver {
  readonly code: 'session-over';
}

const over: SessionOver = { code: 'session-over' };
const totpSecretLength = 20;

/** A change of factors that is done. */
export interface FactorsChanged {
  /** The token under which the session goes on, where all were ended. */
  readonly token?: string;
}

/** Whether a change of factors ends all other sessions of the account with it. */
interface Ending {
  readonly endOthers: boolean;
}

/** The change, and with it the end of all sessions where that is asked for: one deed. */
const withEnding = (entry: AccountEntry, { endOthers }: Ending): readonly AccountEntry[] => {
  const { account = '' } = entry.facts;
  const ended = { declaration: declared.sessionsEnded, facts: { account } };
  return endOthers ? [entry, ended] : [entry];
};

/** Ends what the entry has ended, and goes on alone under a new token; proved when it was before. */
async function goOnAlone(
  tools: AccountsTools,
  stored: StoredSession,
  { endOthers, since }: Ending & { readonly since: number },
): Promise<FactorsChanged> {
  if (!endOthers) return {};
  const former = await tools.store.sessionsOf(stored.account);
  await tools.store.dropSessions(former.map(({ id }) => id));
  // One that was ended meanwhile does not go on.
  if (!former.some(({ id }) => id === stored.id)) return {};
  const { account, provedMs, passkey } = stored;
  const begun = { account, kind: 'full', since, visitor: stored, provedMs, passkey } as const;
  const { token } = await beginSession(tools, begun);
  return { token };
}

/** Enters a change of one's own secrets, while the session it comes by still counts. */
async function recordOwn(
  tools: AccountsTools,
  stored: StoredSession,
  entries: readonly AccountEntry[],
): Promise<Result<{ readonly treeSize: number }, SessionOver>> {
  const { account } = stored;
  return record<SessionOver>(tools, account, (state) =>
    counts(tools, stored, state) ? ok(entries) : err(over),
  );
}

/**
 * Sets a new password. The new one is kept, the entry that names it makes it count and ends every
 * session, this one too, which goes on under a new token; then what is left of the old goes.
 */
export async function changePassword(
  tools: AccountsTools,
  parts: { readonly check: PasswordCheck; readonly book: AccountNameBook },
  what: { readonly by: FullSession; readonly current: string; readonly next: string },
): Promise<
  Result<
    { readonly token: string; readonly session: FullSession },
    SessionOver | PasswordRefusal | Delayed | { readonly code: 'sign-in-wrong' }
  >
> {
  const own = await ownOf(tools, what.by);
  if (own === undefined) return err(over);
  const { account, stored } = own;
  const proved = await provingPassword(tools, parts.check, { ...own, password: what.current });
  if (!proved.ok) return proved;
  const password = await acceptPassword(tools, what.next, [what.by.signInId, what.by.displayName]);
  if (!password.ok) return password;
  const value = passwordBytes(await tools.passwords.hash(password.value));
  const secret = await keepFresh(tools, { account: account.id, kind: 'password', value });
  const facts = { account: account.id, secret };
  const recorded = await recordOwn(tools, stored, [{ declaration: declared.passwordSet, facts }]);
  if (!recorded.ok) return recorded;
  const former = await tools.store.sessionsOf(account.id);
  await tools.store.dropSessions(former.map(({ id }) => id));
  if (account.password !== null) await tools.store.dropSecrets([account.password]);
  const since = recorded.value.treeSize;
  const { passkey } = stored;
  const begun = { account: account.id, kind: 'full', since, visitor: stored, passkey } as const;
  const fresh = await beginSession(tools, begun);
  const session = await sessionOf(tools, parts.book, { stored: fresh.stored, account });
  return ok({ token: fresh.token, session });
}

/** An authenticator app that is not proved yet. */
export interface NewTotp {
  readonly factor: string;
  readonly secret: string;
  readonly uri: string;
}

/** Makes a secret for another authenticator app; it counts once a code of it was given. */
export async function beginTotp(
  tools: AccountsTools,
  by: FullSession,
): Promise<Result<NewTotp, SessionOver>> {
  const own = await ownOf(tools, by);
  if (own === undefined) return err(over);
  const value = tools.random.bytes(totpSecretLength);
  const factor = await keepFresh(tools, { account: own.account.id, kind: 'totp', value });
  const label = { issuer: tools.issuer, account: by.signInId };
  return ok({ factor, ...tools.totp.describe(value, label) });
}

/** Lets a proved authenticator app take the place of the one before. */
export async function addTotp(
  tools: AccountsTools,
  by: FullSession,
  {
    factor,
    code,
    endOthers = false,
  }: { readonly factor: string; readonly code: string } & Partial<Ending>,
): Promise<Result<FactorsChanged, SessionOver | SecondStepRefusal | FactorRefusal>> {
  const own = await ownOf(tools, by);
  if (own === undefined) return err(over);
  const account = own.account.id;
  const secret = await secretOf(tools, factor, { account, kind: 'totp' });
  if (secret === undefined) return err({ code: 'factor-unknown' });
  const used = await useTotpCode(tools, secret, code);
  if (!used.ok) return used;
  const facts = { account, kind: 'totp', secret: factor };
  const entry = { declaration: declared.factorAdded, facts };
  const recorded = await recordOwn(tools, own.stored, withEnding(entry, { endOthers }));
  if (!recorded.ok) return recorded;
  const former = own.account.factors.filter((one) => one.kind === 'totp' && one.secret !== factor);
  await tools.store.dropSecrets(former.map((one) => one.secret));
  const since = recorded.value.treeSize;
  return ok(await goOnAlone(tools, own.stored, { endOthers, since }));
}

/** What the browser is asked for to make another passkey. */
export async function beginPasskey(
  tools: AccountsTools,
  by: FullSession,
): Promise<Result<JsonObject, SessionOver | PasskeysUnavailable>> {
  const own = await ownOf(tools, by);
  if (own === undefined) return err(over);
  return passkeyCreation(tools, own.stored, { account: own.account, names: by });
}

/** Adds a passkey the browser made. */
export async function addPasskey(
  tools: AccountsTools,
  by: FullSession,
  {
    answer,
    label,
    endOthers = false,
  }: { readonly answer: JsonObject; readonly label: string } & Partial<Ending>,
): Promise<Result<FactorsChanged & { readonly factor: string }, SessionOver | SecondStepRefusal>> {
  const own = await ownOf(tools, by);
  if (own === undefined) return err(over);
  const made = await passkeyCreated(tools, own.stored, answer);
  if (!made.ok) return made;
  const account = own.account.id;
  const { passkey, counter } = made.value;
  const value = passkeyBytes({ ...passkey, label });
  const secret = await keepFresh(tools, { account, kind: 'passkey', value, counter });
  const facts = { account, ...passkeyFacts(secret, passkey) };
  const entry = { declaration: declared.factorAdded, facts };
  const recorded = await recordOwn(tools, own.stored, withEnding(entry, { endOthers }));
  if (!recorded.ok) return recorded;
  const since = recorded.value.treeSize;
  return ok({ factor: secret, ...(await goOnAlone(tools, own.stored, { endOthers, since })) });
}

/** Takes a factor away, but for the last one: it counts no more once the entry stands. */
export async function removeFactor(
  tools: AccountsTools,
  by: FullSession,
  { factor, endOthers = false }: { readonly factor: string } & Partial<Ending>,
): Promise<Result<FactorsChanged, SessionOver | FactorRefusal>> {
  const own = await ownOf(tools, by);
  if (own === undefined) return err(over);
  const account = by.account;
  const facts = { account, secret: factor };
  const recorded = await record<SessionOver | FactorRefusal>(tools, account, (state) => {
    const now = state.accounts.get(account);
    if (now === undefined || !counts(tools, own.stored, state)) return err(over);
    const found = now.factors.find(({ secret }) => secret === factor);
    if (found === undefined) return err({ code: 'factor-unknown' });
    // Else who may not administer here would take away what keeps them from it.
    if (by.administersElsewhere && found.device !== null) return err({ code: 'device-needed' });
    if (now.factors.length === 1) return err({ code: 'last-factor' });
    return ok(withEnding({ declaration: declared.factorRemoved, facts }, { endOthers }));
  });
  if (!recorded.ok) return recorded;
  await tools.store.dropSecrets([factor]);
  const since = recorded.value.treeSize;
  return ok(await goOnAlone(tools, own.stored, { endOthers, since }));
}

/** Makes ten new recovery codes; those of before count no more. */
export async function renewRecoveryCodes(
  tools: AccountsTools,
  by: FullSession,
): Promise<Result<{ readonly recoveryCodes: readonly string[] }, SessionOver>> {
  const own = await ownOf(tools, by);
  if (own === undefined) return err(over);
  const account = own.account.id;
  const { codes, ids } = await keepRecoveryCodes(tools, account);
  const facts = { account, secrets: ids };
  const entry = { declaration: declared.recoveryCodesMade, facts };
  const recorded = await recordOwn(tools, own.stored, [entry]);
  if (!recorded.ok) return recorded;
  await tools.store.dropSecrets(own.account.recoveryCodes);
  return ok({ recoveryCodes: codes });
}
