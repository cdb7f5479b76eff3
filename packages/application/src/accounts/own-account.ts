import { type JsonObject, type Moment, type Result, err, momentOf, ok } from '@kanribo/kernel';
import { type FactorKind, accountDeclarations as declared } from './account-facts.ts';
import type { AccountNameBook } from './account-names.ts';
import {
  type Account,
  type AccountEvent,
  type AccountsState,
  type RegisteredDevice,
} from './account-state.ts';
import { admitBoth, giveBack, limitsOf, lockIfDue } from './attempt-limits.ts';
import { type ShownDevice, shownDevice } from './devices.ts';
import { passkeyRequest, passkeysOf, usePasskey } from './passkey-steps.ts';
import type { StoredSession } from './ports.ts';
import type { Delayed, PasskeysUnavailable, SecondStepRefusal, SignInRefusal } from './refusals.ts';
import { proveTotp, recoveryCodesLeft } from './second-step.ts';
import { text } from './read-facts.ts';
import { registeredDeviceOf } from './session-device.ts';
import { type FullSession, beginSession, counts, isOver } from './sessions.ts';
import { type SignInNews, signInNews } from './sign-in-news.ts';
import type { PasswordCheck } from './sign-in.ts';
import { type AccountsTools, currentAccounts, record } from './tools.ts';

/** A session of one's own, as it is listed. */
export interface ListedSession {
  readonly id: string;
  readonly isThis: boolean;
  readonly startedAt: Moment;
  readonly seenAt: Moment;
  readonly address: string;
  readonly agent: string;
  /** Title of the registered device it comes from; null for any other. */
  readonly device: string | null;
  /** Subject of the client certificate it comes with; null where it has none. */
  readonly certificate: string | null;
}

/** A second factor of one's own. */
export interface ListedFactor {
  readonly id: string;
  readonly kind: FactorKind;
  /** What its owner calls it; empty for an authenticator app. */
  readonly label: string;
  readonly addedAt: Moment;
  /** Whether it may be copied to another device; such a one does not tell the device. */
  readonly isBackupEligible: boolean;
  /** The device it stands for. */
  readonly device: ShownDevice | null;
}

/** One's own account. */
export interface OwnAccount {
  readonly factors: readonly ListedFactor[];
  readonly recoveryCodesLeft: number;
  readonly lastSignInAt: Moment | null;
  /** What the last sign-in brought to light. */
  readonly news: SignInNews;
}

/** The account of a session as it is now, and the session as it is stored. */
export async function ownOf(
  tools: AccountsTools,
  by: FullSession,
): Promise<{ readonly account: Account; readonly stored: StoredSession } | undefined> {
  const stored = await tools.store.storedSession(by.id);
  if (stored === undefined || stored.kind !== 'full' || isOver(tools, stored)) return undefined;
  const { state } = await currentAccounts(tools);
  const account = state.accounts.get(stored.account);
  if (account === undefined || account.id !== by.account) return undefined;
  return counts(tools, stored, state) ? { account, stored } : undefined;
}

/** What an account's owner sees of it. */
export async function ownAccount(
  tools: AccountsTools,
  book: AccountNameBook,
  by: FullSession,
): Promise<OwnAccount | undefined> {
  const own = await ownOf(tools, by);
  if (own === undefined) return undefined;
  const { account } = own;
  const passkeys = new Map(
    (await passkeysOf(tools, account)).map(({ secret, passkey }) => [secret.id, passkey]),
  );
  const factors: ListedFactor[] = [];
  for (const { kind, secret: id, addedAt, device: registered } of account.factors) {
    const { label = '', isBackupEligible = false } = passkeys.get(id) ?? {};
    const device = registered && (await shownDevice(tools, book, registered));
    factors.push({ id, kind, label, addedAt, isBackupEligible, device });
  }
  const left = await recoveryCodesLeft(tools, account);
  const { lastSignInAt } = account;
  return { factors, recoveryCodesLeft: left, lastSignInAt, news: signInNews(account) };
}

/** The sessions of an account that count, the one last used first. */
export async function ownSessions(
  tools: AccountsTools,
  book: AccountNameBook,
  by: FullSession,
): Promise<readonly ListedSession[]> {
  const { state } = await currentAccounts(tools);
  const stored = (await tools.store.sessionsOf(by.account))
    .filter(({ kind }) => kind === 'full')
    .filter((session) => !isOver(tools, session) && counts(tools, session, state))
    .sort((left, right) => right.seenMs - left.seenMs);
  const listed: ListedSession[] = [];
  for (const session of stored) {
    const { id, startedMs, seenMs, address, agent, certificate } = session;
    const device = registeredDeviceOf(state, session);
    listed.push({
      id,
      isThis: id === by.id,
      startedAt: momentOf(startedMs),
      seenAt: momentOf(seenMs),
      address,
      agent,
      device: device && (await book.deviceTitle(device.sequence)),
      certificate: certificate?.subject ?? null,
    });
  }
  return listed;
}

/** Something that happened to an account, with what is known of who did it. */
interface ToldEvent extends AccountEvent {
  /** What the account that did it is called; the actor as it stands where it is no account. */
  readonly by: string;
  /** Title of the device a sign-in came from, registered or ended since; else null. */
  readonly device: string | null;
}

/** What happened to an account, the newest first, out of the instance log. */
export async function ownHistory(
  tools: AccountsTools,
  book: AccountNameBook,
  { account }: FullSession,
): Promise<readonly ToldEvent[]> {
  const { state } = await currentAccounts(tools);
  const told: ToldEvent[] = [];
  for (const event of state.accounts.get(account)?.history ?? []) {
    const actor = state.accounts.get(event.actor);
    const by = actor === undefined ? event.actor : (await book.of(actor)).displayName;
    const device = deviceOfSignIn(state, event);
    told.push({ ...event, by, device: device && (await book.deviceTitle(device.sequence)) });
  }
  return told.toReversed();
}

function deviceOfSignIn(
  { accounts, devices }: AccountsState,
  { declaration, facts }: AccountEvent,
): RegisteredDevice | null {
  if (declaration !== declared.signedIn) return null;
  const passkey = text(facts, 'passkey');
  const { factors = [] } = accounts.get(text(facts, 'account')) ?? {};
  const factor = factors.find(({ secret }) => secret === passkey);
  return devices.get(text(facts, 'certificate')) ?? factor?.device ?? null;
}

/**
 * Ends one's own session: it is gone before the entry says so, so that no entry speaks of an end
 * that did not come.
 */
export async function endSession(
  tools: AccountsTools,
  by: Pick<FullSession, 'account'>,
  { id, because }: { readonly id: string; readonly because: 'signed-out' | 'revoked' },
): Promise<Result<undefined, { readonly code: 'session-unknown' }>> {
  const stored = await tools.store.storedSession(id);
  if (stored?.account !== by.account) return err({ code: 'session-unknown' });
  if ((await tools.store.dropSessions([id])) === 0) return err({ code: 'session-unknown' });
  if (stored.kind !== 'full') return ok(undefined);
  const facts = { account: by.account, because };
  await record(tools, by.account, () => ok([{ declaration: declared.signedOut, facts }]));
  return ok(undefined);
}

/** With what somebody who is signed in proves anew who they are. */
export interface Reauthentication {
  readonly password: string;
  readonly second:
    | { readonly kind: 'totp'; readonly code: string }
    | { readonly kind: 'passkey'; readonly answer: JsonObject };
}

/** What the browser is asked for to prove a passkey within a session. */
export async function requestOwnPasskey(
  tools: AccountsTools,
  by: FullSession,
): Promise<Result<JsonObject, PasskeysUnavailable | { readonly code: 'session-over' }>> {
  const own = await ownOf(tools, by);
  if (own === undefined) return err({ code: 'session-over' });
  return passkeyRequest(tools, own.stored, own.account);
}

/** Why somebody who is signed in is not believed anew. */
export type ProofRefusal = SecondStepRefusal | Extract<SignInRefusal, { code: 'sign-in-wrong' }>;

/**
 * Proves anew who sits there, before something that must not happen by an unattended screen. The
 * session goes on under a new token: who had the former one has nothing of the proof.
 */
export async function reauthenticate(
  tools: AccountsTools,
  check: PasswordCheck,
  what: { readonly by: FullSession; readonly proof: Reauthentication },
): Promise<Result<{ readonly token: string }, ProofRefusal>> {
  const own = await ownOf(tools, what.by);
  if (own === undefined) return err({ code: 'session-over' });
  const { account, stored } = own;
  const proved = await provingPassword(tools, check, { ...own, password: what.proof.password });
  if (!proved.ok) return proved;
  const { second } = what.proof;
  const step: Result<string | undefined, SecondStepRefusal> =
    second.kind === 'totp'
      ? await provingCode(tools, { ...own, code: second.code })
      : await usePasskey(tools, { session: stored, account }, second.answer);
  if (!step.ok) return step;
  return goOn(tools, stored, second.kind);
}

/** Enters the proof, begins the session anew, and ends what it was; not one that ended meanwhile. */
async function goOn(
  tools: AccountsTools,
  stored: StoredSession,
  factor: Reauthentication['second']['kind'],
): Promise<Result<{ readonly token: string }, ProofRefusal>> {
  const facts = { account: stored.account, factor };
  const recorded = await record<ProofRefusal>(tools, stored.account, (state) =>
    counts(tools, stored, state)
      ? ok([{ declaration: declared.reauthenticated, facts }])
      : err({ code: 'session-over' }),
  );
  if (!recorded.ok) return recorded;
  const since = recorded.value.treeSize;
  const { account, passkey } = stored;
  const begun = { account, kind: 'full', since, visitor: stored, passkey } as const;
  const fresh = await beginSession(tools, begun);
  if ((await tools.store.dropSessions([stored.id])) > 0) return ok({ token: fresh.token });
  await tools.store.dropSessions([fresh.stored.id]);
  return err({ code: 'session-over' });
}

/** Counts wrong passwords of somebody who is signed in as those of somebody who is not. */
export async function provingPassword(
  tools: AccountsTools,
  check: PasswordCheck,
  what: { readonly account: Account; readonly stored: StoredSession; readonly password: string },
): Promise<Result<undefined, Delayed | { readonly code: 'sign-in-wrong' }>> {
  const { account, stored, password } = what;
  const { state } = await currentAccounts(tools);
  const { signIn } = account;
  const limits = await limitsOf(tools, { state, account, signIn, address: stored.address });
  const both = { address: limits.address, account: limits.password };
  const admitted = await admitBoth(tools, both);
  if (!admitted.ok) return admitted;
  if (await check.isRight(account, password)) {
    await giveBack(tools, both);
    return ok(undefined);
  }
  await lockIfDue(tools, account, { ...limits, attempts: admitted.value });
  return err({ code: 'sign-in-wrong' });
}

async function provingCode(
  tools: AccountsTools,
  what: { readonly account: Account; readonly stored: StoredSession; readonly code: string },
): Promise<Result<undefined, SecondStepRefusal>> {
  const { account, stored, code } = what;
  const { state } = await currentAccounts(tools);
  const { signIn } = account;
  const limits = await limitsOf(tools, { state, account, signIn, address: stored.address });
  const both = { address: limits.address, account: limits.second };
  const admitted = await admitBoth(tools, both);
  if (!admitted.ok) return admitted;
  const proved = await proveTotp(tools, account, code);
  if (proved.ok) await giveBack(tools, both);
  else await lockIfDue(tools, account, { ...limits, attempts: admitted.value });
  return proved;
}
