import { type Day, type Moment, dayOf, momentOf } from '@kanribo/kernel';
import type { AccountId, SecondStep } from './account-facts.ts';
import type { AccountNameBook } from './account-names.ts';
import {
  type Account,
  type AccountsState,
  type Audit,
  type Binding,
  isActive,
} from './account-state.ts';
import type { SessionKind, ShownCertificate, StoredSession } from './ports.ts';
import {
  type SessionDevice,
  hasRegisteredDevice,
  isDeviceEnded,
  registeredDeviceOf,
} from './session-device.ts';
import { freshToken, tokenHash } from './tokens.ts';
import { type AccountsTools, currentAccounts, nowMs } from './tools.ts';

/** The password was right, the second step is yet to come; it can do nothing else. */
export interface PendingSession {
  readonly kind: 'pending';
  readonly id: string;
  readonly account: AccountId;
  /** What the second step may be done with. */
  readonly factors: readonly SecondStep[];
}

/** Somebody is signed in with both steps. */
export interface FullSession {
  readonly kind: 'full';
  readonly id: string;
  readonly account: AccountId;
  readonly signInId: string;
  readonly displayName: string;
  /** Whether it may administer; see {@link FullSession.administersElsewhere}. */
  readonly isAdministrator: boolean;
  /** An administrator, who administers from registered devices, and this session is of none. */
  readonly administersElsewhere: boolean;
  readonly bindings: readonly Binding[];
  /** What it looks at, or did, as external auditor. */
  readonly audits: readonly Audit[];
  readonly startedAt: Moment;
  /** It is over then at the latest. */
  readonly endsAt: Moment;
  /** When the person last proved who they are. */
  readonly reauthenticatedAt: Moment;
  /** The registered device it comes from. */
  readonly device: SessionDevice | null;
  /** The client certificate it comes with. */
  readonly certificate: ShownCertificate | null;
}

/** Where a request came from. */
export interface Visitor {
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent?: string;
  /** The client certificate of the connection; null where it showed none that counts. */
  readonly certificate?: ShownCertificate | null;
}

/** A session that was found, with the account it is of. */
export interface FoundSession {
  readonly stored: StoredSession;
  /** Undefined only while the first administrator enrols. */
  readonly account: Account | undefined;
}

const touchEveryMs = 60_000;
const longestAgent = 200;

/** Begins a session and answers its token, which is nowhere else. */
export async function beginSession(
  tools: AccountsTools,
  what: {
    readonly account: AccountId;
    readonly kind: SessionKind;
    readonly since: number;
    readonly visitor: Visitor;
    /** When the person was proved last, where that was before now. */
    readonly provedMs?: number;
    /** The passkey that was its second factor. */
    readonly passkey?: string | null;
  },
): Promise<{ readonly token: string; readonly stored: StoredSession }> {
  const { token, hash } = freshToken(tools);
  const now = nowMs(tools);
  const { account, kind, since, visitor } = what;
  const stored: StoredSession = {
    id: hash,
    account,
    kind,
    since,
    startedMs: now,
    seenMs: now,
    provedMs: what.provedMs ?? now,
    address: visitor.address,
    agent: (visitor.agent ?? '').slice(0, longestAgent),
    passkey: what.passkey ?? null,
    certificate: visitor.certificate ?? null,
  };
  await tools.store.keepSession(stored);
  return { token, stored };
}

/** The session of a token, if there is one that counts. */
export async function findSession(
  tools: AccountsTools,
  token: string,
  kind: SessionKind,
): Promise<FoundSession | undefined> {
  const found = await findAnySession(tools, token);
  return found?.stored.kind === kind ? found : undefined;
}

/** The session of a token whatever it may do, if there is one that counts. */
export async function findAnySession(
  tools: AccountsTools,
  token: string,
): Promise<FoundSession | undefined> {
  const [stored, { state }] = await Promise.all([
    tools.store.storedSession(tokenHash(tools, token)),
    currentAccounts(tools),
  ]);
  if (stored === undefined || isOver(tools, stored)) return undefined;
  const account = state.accounts.get(stored.account);
  return counts(tools, stored, state) ? { stored, account } : undefined;
}

/** Whether a session's time is over. */
export function isOver(
  tools: Pick<AccountsTools, 'clock' | 'settings'>,
  { kind, startedMs, seenMs }: StoredSession,
): boolean {
  const { idleMs, sessionMs, pendingMs, enrolmentMs } = tools.settings;
  const now = nowMs(tools);
  if (kind === 'pending') return now - startedMs > pendingMs;
  if (kind === 'enrolling') return now - startedMs > enrolmentMs;
  return now - startedMs > sessionMs || now - seenMs > idleMs;
}

/** Whether its account and its device, as they are now, let a session of before go on. */
export function counts(
  tools: Pick<AccountsTools, 'clock'>,
  session: StoredSession,
  state: AccountsState,
): boolean {
  const { kind, since, startedMs } = session;
  const account = state.accounts.get(session.account);
  if (kind === 'enrolling') {
    if (account === undefined) return true;
    if (account.standing.status === 'invited') return isSince(since, account);
    return account.wayBack !== null && since > account.wayBack.sequence;
  }
  if (account === undefined || !isActive(account) || !isSince(since, account)) return false;
  if (isDeviceEnded(state, session)) return false;
  if (kind === 'pending' && account.isLocked) return false;
  const days = { from: dayOf(momentOf(startedMs)), today: dayOf(tools.clock.now()) };
  return !account.audits.some((audit) => hasRunOut(audit, days));
}

/** Whether an auditor's last day went by since; a session of before ends with it. */
const hasRunOut = (
  { until }: Audit,
  { from, today }: { readonly from: Day; readonly today: Day },
): boolean => from <= until && until < today;

const isSince = (since: number, { sessionsFrom }: Account): boolean => since > sessionsFrom;

/** Notes that a session is in use, once a minute. */
export async function touchSession(tools: AccountsTools, stored: StoredSession): Promise<void> {
  const now = nowMs(tools);
  if (now - stored.seenMs < touchEveryMs) return;
  await tools.store.touchSession(stored.id, { seenMs: now, provedMs: stored.provedMs });
}

/** A session as those who hold its token see it. */
export async function sessionOf(
  tools: AccountsTools,
  names: AccountNameBook,
  { stored, account }: { readonly stored: StoredSession; readonly account: Account },
): Promise<FullSession> {
  const { signInId, displayName } = await names.of(account);
  const { state } = await currentAccounts(tools);
  const device = registeredDeviceOf(state, stored);
  const isHere = device !== null || !hasRegisteredDevice(state, account);
  return {
    kind: 'full',
    id: stored.id,
    account: account.id,
    signInId,
    displayName,
    isAdministrator: account.isAdministrator && isHere,
    administersElsewhere: account.isAdministrator && !isHere,
    bindings: account.bindings,
    audits: account.audits,
    startedAt: momentOf(stored.startedMs),
    endsAt: momentOf(stored.startedMs + tools.settings.sessionMs),
    reauthenticatedAt: momentOf(stored.provedMs),
    device,
    certificate: stored.certificate,
  };
}

/** What a half-begun session may be finished with. */
export function pendingOf(stored: StoredSession, account: Account): PendingSession {
  const kinds = new Set<SecondStep>(account.factors.map(({ kind }) => kind));
  if (account.recoveryCodes.length > 0) kinds.add('recovery-code');
  return { kind: 'pending', id: stored.id, account: account.id, factors: [...kinds] };
}
