import { type JsonObject, type Result, err, ok, utf8 } from '@kanribo/kernel';
import { type AccountId, accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook, AccountNames } from './account-names.ts';
import type { Account, AccountsState } from './account-state.ts';
import { dropFormer } from './former-secrets.ts';
import { keyedHash } from './keyed-hash.ts';
import { passkeyCreated, passkeyCreation } from './passkey-steps.ts';
import { acceptPassword } from './passwords.ts';
import type {
  EnrolmentRefusal,
  LinkRefusal,
  PasskeysUnavailable,
  PasswordRefusal,
  SignInIdRefusal,
} from './refusals.ts';
import { invitedBy, isSetUpUsable, namesRefusal } from './links.ts';
import {
  jsonIn,
  keepFresh,
  keepRecoveryCodes,
  passkeyBytes,
  passkeyFacts,
  passwordBytes,
  secretOf,
} from './secrets.ts';
import { type Visitor, type FoundSession, beginSession, findSession } from './sessions.ts';
import { type AccountEntry, type AccountsTools, currentAccounts, record } from './tools.ts';
import { useTotpCode } from './totp-step.ts';

/** A person who chose a password and has to prove a second factor before the account counts. */
export interface Enrolment {
  readonly kind: 'enrolling';
  /** The bearer of this token goes on with it. */
  readonly token: string;
  readonly signInId: string;
  readonly displayName: string;
  /** For an authenticator app: the secret as it is typed, and as `otpauth:` URI. */
  readonly secret: string;
  readonly uri: string;
}

/** What {@link confirmTotp} and {@link confirmPasskey} answer: shown once, kept hashed. */
export interface Enrolled {
  readonly account: AccountId;
  readonly recoveryCodes: readonly string[];
}

/** The account of the first administrator; it is the first of all. */
const firstAccount: AccountId = 'account-1';
const totpSecretLength = 20;

/** Begins the account of the first administrator. */
export async function acceptSetUp(
  tools: AccountsTools,
  token: string,
  what: AccountNames & { readonly password: string; readonly visitor: Visitor },
): Promise<Result<Enrolment, LinkRefusal | SignInIdRefusal | PasswordRefusal>> {
  if (!(await isSetUpUsable(tools, token))) return err({ code: 'link-unusable' });
  const { signInId, displayName } = what;
  const unfit = namesRefusal(what);
  if (unfit !== undefined) return err(unfit);
  return beginEnrolment(tools, firstAccount, { ...what, names: { signInId, displayName } });
}

/** Begins an account that somebody was invited to. */
export async function acceptInvitation(
  tools: AccountsTools,
  book: AccountNameBook,
  what: { readonly token: string; readonly password: string; readonly visitor: Visitor },
): Promise<Result<Enrolment, LinkRefusal | PasswordRefusal>> {
  const account = await invitedBy(tools, what.token);
  if (account === undefined) return err({ code: 'link-unusable' });
  return beginEnrolment(tools, account.id, { ...what, names: await book.of(account) });
}

/**
 * Keeps password, secret of the authenticator and names as a draft. None of it counts before the
 * entry that names it; of several drafts for one account the one that is confirmed first counts.
 */
async function beginEnrolment(
  tools: AccountsTools,
  account: AccountId,
  what: { readonly names: AccountNames; readonly password: string; readonly visitor: Visitor },
): Promise<Result<Enrolment, PasswordRefusal>> {
  const { names, visitor } = what;
  const password = await acceptPassword(tools, what.password, [names.signInId, names.displayName]);
  if (!password.ok) return password;
  const hash = await tools.passwords.hash(password.value);
  const { size } = await currentAccounts(tools);
  const { token, stored } = await beginSession(tools, {
    account,
    kind: 'enrolling',
    since: size,
    visitor,
  });
  const secret = tools.random.bytes(totpSecretLength);
  const draft = utf8(JSON.stringify({ ...names }));
  for (const [kind, value] of [
    ['password', passwordBytes(hash)],
    ['totp', secret],
    ['draft', draft],
  ] as const) {
    await keepFresh(tools, { account, kind, value, id: draftId(stored.id, kind) });
  }
  const described = tools.totp.describe(secret, { issuer: tools.issuer, account: names.signInId });
  return ok({ kind: 'enrolling', token, ...names, ...described });
}

const draftId = (session: string, kind: 'password' | 'totp' | 'draft'): string =>
  `${session.slice(0, 32)}-${kind}`;

/** Proves the authenticator app; from then on the account counts. */
export async function confirmTotp(
  tools: AccountsTools,
  token: string,
  code: string,
): Promise<Result<Enrolled, EnrolmentRefusal>> {
  const found = await findSession(tools, token, 'enrolling');
  if (found === undefined) return err({ code: 'session-over' });
  const { account, id } = found.stored;
  const secret = await secretOf(tools, draftId(id, 'totp'), { account, kind: 'totp' });
  if (secret === undefined) return err({ code: 'session-over' });
  const used = await useTotpCode(tools, secret, code);
  if (!used.ok) return used;
  return activate(tools, found, { kind: 'totp', secret: secret.id });
}

/** What the browser is asked for, where a passkey is to be the second factor. */
export async function enrolPasskey(
  tools: AccountsTools,
  token: string,
): Promise<Result<JsonObject, LinkRefusal | PasskeysUnavailable>> {
  const found = await findSession(tools, token, 'enrolling');
  const names = found === undefined ? undefined : await draftNames(tools, found);
  if (found === undefined || names === undefined) return err({ code: 'link-unusable' });
  return passkeyCreation(tools, found.stored, { account: found.account, names });
}

/** Proves the passkey; from then on the account counts. */
export async function confirmPasskey(
  tools: AccountsTools,
  token: string,
  { answer, label }: { readonly answer: JsonObject; readonly label: string },
): Promise<Result<Enrolled, EnrolmentRefusal>> {
  const found = await findSession(tools, token, 'enrolling');
  if (found === undefined) return err({ code: 'session-over' });
  const made = await passkeyCreated(tools, found.stored, answer);
  if (!made.ok) return made;
  const { passkey, counter } = made.value;
  const secret = await keepFresh(tools, {
    account: found.stored.account,
    kind: 'passkey',
    value: passkeyBytes({ ...passkey, label }),
    counter,
  });
  return activate(tools, found, passkeyFacts(secret, passkey));
}

async function draftNames(
  tools: AccountsTools,
  { stored }: FoundSession,
): Promise<AccountNames | undefined> {
  const { account, id } = stored;
  const draft = await secretOf(tools, draftId(id, 'draft'), { account, kind: 'draft' });
  const { signInId, displayName } = (draft && jsonIn(draft.value)) ?? {};
  if (typeof signInId !== 'string' || typeof displayName !== 'string') return undefined;
  return { signInId, displayName };
}

/** The secrets are durable; one group of entries makes them count, once. */
async function activate(
  tools: AccountsTools,
  found: FoundSession,
  factor: { readonly kind: 'totp'; readonly secret: string } | ReturnType<typeof passkeyFacts>,
): Promise<Result<Enrolled, EnrolmentRefusal>> {
  const { id, account } = found.stored;
  const names = await draftNames(tools, found);
  if (names === undefined) return err({ code: 'session-over' });
  const signIn = await keyedHash(tools, 'sign-in-id', names.signInId);
  const { codes, ids } = await keepRecoveryCodes(tools, account);
  const entries: readonly AccountEntry[] = [
    { declaration: declared.passwordSet, facts: { account, secret: draftId(id, 'password') } },
    { declaration: declared.factorAdded, facts: { account, ...factor } },
    { declaration: declared.recoveryCodesMade, facts: { account, secrets: ids } },
    { declaration: declared.activated, facts: { account } },
  ];
  const isBack = found.account !== undefined && found.account.wayBack !== null;
  const first = { account, signIn, link: null, administrator: true };
  const invited = { declaration: declared.invited, facts: first, particulars: { ...names } };
  const recorded = await record<LinkRefusal>(tools, account, (state) => {
    if (found.account === undefined) {
      return isFirst(state) ? ok([invited, ...entries]) : err({ code: 'link-unusable' });
    }
    if (!isSameInvitation(state, found.account)) return err({ code: 'link-unusable' });
    return ok([
      ...(isBack ? [{ declaration: declared.wayBackUsed, facts: { account } }] : []),
      ...entries,
    ]);
  });
  await tools.store.dropSessions([id]);
  await tools.store.dropSecrets([draftId(id, 'draft')]);
  if (recorded.ok && isBack && found.account !== undefined) await dropFormer(tools, found.account);
  return recorded.ok ? ok({ account, recoveryCodes: codes }) : recorded;
}

const isFirst = ({ hasHadAdministrator, accounts }: AccountsState): boolean =>
  !hasHadAdministrator && !accounts.has(firstAccount);

/** Nobody was quicker, and the invitation, or way back in, was not given anew meanwhile. */
function isSameInvitation({ accounts }: AccountsState, before: Account): boolean {
  const now = accounts.get(before.id);
  if (before.wayBack !== null) return now?.wayBack?.sequence === before.wayBack.sequence;
  return now?.standing.status === 'invited' && now.sessionsFrom === before.sessionsFrom;
}
