import type { ContractId, JsonObject, Moment, Result } from '@kanribo/kernel';
import type { AccountRefusal } from './refusals.ts';

/** How a second step is taken. */
export type SecondFactor = 'totp' | 'passkey' | 'recovery-code';

/** A session before its second factor: it can do nothing but take it. */
export interface PendingSession {
  readonly kind: 'pending';
  readonly account: string;
  readonly factors: readonly SecondFactor[];
}

/** Which person of which contract an account acts as. */
export interface Binding {
  readonly contract: ContractId;
  /** Id of the person's case, or `set-up` until somebody is in office. */
  readonly person: string;
}

/** A session with both factors. */
export interface FullSession {
  readonly kind: 'full';
  readonly account: string;
  readonly signInId: string;
  readonly displayName: string;
  readonly isAdministrator: boolean;
  readonly bindings: readonly Binding[];
  readonly startedAt: Moment;
  /** The session ends then at the latest. */
  readonly endsAt: Moment;
  readonly reauthenticatedAt: Moment;
}

/** Where a request comes from. */
export interface Client {
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
}

/** A session and the token its cookie holds. */
export interface Begun<S> {
  readonly token: string;
  readonly session: S;
}

/** What an authenticator app is given. */
export interface Enrolment {
  readonly otpauth: string;
  readonly secret: string;
}

/** An account as its owner sees it. */
export interface OwnAccount {
  readonly signInId: string;
  readonly displayName: string;
  readonly hasTotp: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly label: string;
    readonly addedAt: Moment;
  }[];
  readonly recoveryCodesLeft: number;
}

/** A session in the list of its owner. */
export interface ListedSession {
  readonly id: string;
  readonly startedAt: Moment;
  readonly seenAt: Moment;
  readonly address: string;
  readonly agent: string;
  readonly isThis: boolean;
}

/** Something that happened to an account. */
export interface SignInEvent {
  readonly at: Moment;
  readonly event: string;
  readonly address: string;
}

/** An account in the list of administration. */
export interface ListedAccount {
  readonly id: string;
  readonly signInId: string;
  readonly displayName: string;
  readonly state: 'invited' | 'active' | 'suspended';
  readonly isAdministrator: boolean;
  readonly bindings: readonly Binding[];
  readonly lastSignInAt: Moment | null;
}

/** Who is invited. */
export interface Invitation {
  readonly signInId: string;
  readonly displayName: string;
  readonly isAdministrator: boolean;
  readonly bindings: readonly Binding[];
}

/** Beginning, proving and ending sessions. */
export interface Sessions {
  session(token: string): Promise<PendingSession | FullSession | undefined>;
  signIn(
    given: { readonly signInId: string; readonly password: string },
    client: Client,
  ): Promise<Result<Begun<PendingSession>, AccountRefusal>>;
  confirmTotp(
    token: string,
    code: string,
    client: Client,
  ): Promise<Result<Begun<FullSession>, AccountRefusal>>;
  useRecoveryCode(
    token: string,
    code: string,
    client: Client,
  ): Promise<Result<Begun<FullSession>, AccountRefusal>>;
  passkeyOptions(token: string): Promise<Result<JsonObject, AccountRefusal>>;
  confirmPasskey(
    token: string,
    credential: JsonObject,
    client: Client,
  ): Promise<Result<Begun<FullSession>, AccountRefusal>>;
  signOut(token: string): Promise<void>;
  reauthenticate(
    token: string,
    given: { readonly password: string; readonly code: string },
    client: Client,
  ): Promise<Result<undefined, AccountRefusal>>;
}

/** Beginning accounts by links. */
export interface Enrolments {
  setUpLink(token: string): Promise<boolean>;
  acceptSetUp(
    token: string,
    given: { readonly signInId: string; readonly displayName: string; readonly password: string },
  ): Promise<Result<Enrolment, AccountRefusal>>;
  /** The sign-in id of who is invited; undefined where the link is of no use. */
  invitation(token: string): Promise<string | undefined>;
  acceptInvitation(token: string, password: string): Promise<Result<Enrolment, AccountRefusal>>;
  /** Answers recovery codes, once. */
  confirmEnrolment(
    token: string,
    code: string,
    client: Client,
  ): Promise<Result<readonly string[], AccountRefusal>>;
}

/** What people do with their own account. */
export interface OwnAccounts {
  account(token: string): Promise<OwnAccount>;
  sessions(token: string): Promise<readonly ListedSession[]>;
  revokeSession(token: string, id: string): Promise<void>;
  history(token: string): Promise<readonly SignInEvent[]>;
  changePassword(
    token: string,
    given: { readonly current: string; readonly next: string },
    client: Client,
  ): Promise<Result<undefined, AccountRefusal>>;
  passkeyCreation(token: string): Promise<Result<JsonObject, AccountRefusal>>;
  addPasskey(
    token: string,
    given: { readonly label: string; readonly credential: JsonObject },
  ): Promise<Result<undefined, AccountRefusal>>;
  removePasskey(token: string, id: string): Promise<Result<undefined, AccountRefusal>>;
  renewRecoveryCodes(token: string): Promise<Result<readonly string[], AccountRefusal>>;
}

/** What administrators, and managers for people of their contract, do with accounts. */
export interface AccountAdministration {
  accounts(token: string): Promise<readonly ListedAccount[]>;
  invite(
    token: string,
    invitation: Invitation,
  ): Promise<Result<{ readonly account: string; readonly token: string }, AccountRefusal>>;
  suspend(token: string, account: string): Promise<Result<undefined, AccountRefusal>>;
  resume(token: string, account: string): Promise<Result<undefined, AccountRefusal>>;
  unlock(token: string, account: string): Promise<Result<undefined, AccountRefusal>>;
  bind(token: string, account: string, to: Binding): Promise<Result<undefined, AccountRefusal>>;
  unbind(token: string, account: string, from: Binding): Promise<Result<undefined, AccountRefusal>>;
}

/** Everything the server asks of accounts. */
export interface SignIn extends Sessions, Enrolments, OwnAccounts, AccountAdministration {}
