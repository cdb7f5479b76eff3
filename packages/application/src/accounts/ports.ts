import type { JsonObject } from '@kanribo/kernel';
import type { AccountId } from './account-facts.ts';
import type { Account, Binding } from './account-state.ts';

/** What a secret is for; part of what it is sealed with, so none stands in for another. */
export type SecretKind = 'password' | 'totp' | 'passkey' | 'recovery-code' | 'draft' | 'challenge';

/**
 * A secret of an account. One that outlives its making counts only while an entry of the instance
 * log names its id; every other one is a leftover.
 */
export interface AccountSecret {
  readonly id: string;
  readonly account: AccountId;
  readonly kind: SecretKind;
  readonly value: Uint8Array;
  /** Last TOTP step used, signature counter of a passkey, 1 for a used recovery code. */
  readonly counter: number;
  readonly madeMs: number;
}

/** Keeps secrets encrypted under the accounts' key. What a method has answered is durable. */
export interface SecretStore {
  /** Keeps a secret; one of the same id gives way to it. */
  keepSecret(secret: AccountSecret): Promise<void>;
  /** Those that are there, in no order. Throws where one does not open. */
  secrets(ids: readonly string[]): Promise<readonly AccountSecret[]>;
  /** Raises the counter to `counter` in one statement; false where it is there or beyond. */
  spend(id: string, counter: number): Promise<boolean>;
  /** Takes a secret out: of several who try at once one gets it. */
  takeSecret(id: string): Promise<AccountSecret | undefined>;
  dropSecrets(ids: readonly string[]): Promise<void>;
  /** All ids with the time they were made. */
  secretIds(): Promise<readonly { readonly id: string; readonly madeMs: number }[]>;
}

/** A secret as it stands in its table, for the inside of a backup. */
export interface SealedSecret {
  readonly id: string;
  readonly account: AccountId;
  readonly kind: string;
  readonly sealed: Uint8Array;
  readonly counter: number;
  readonly madeMs: number;
}

/** Reads the secrets of all accounts without opening them. */
export interface SealedSecretReader {
  /** Ordered by id. */
  sealedSecrets(): Promise<readonly SealedSecret[]>;
}

/** Takes in secrets that {@link SealedSecretReader} gave; they open under the same key only. */
export interface SealedSecretStore extends SealedSecretReader {
  keepSealed(secret: SealedSecret): Promise<void>;
}

/** The TLS client certificate of a connection, once an authority of ours vouches for it. */
export interface ShownCertificate {
  /** SHA-256 of the certificate in lower-case hex. */
  readonly fingerprint: string;
  /** Common name of its subject. */
  readonly subject: string;
}

/** What a session may do: nothing but the step it stands before, or everything of its account. */
export type SessionKind = 'enrolling' | 'pending' | 'full';

/** A session as it is stored; its token is nowhere. */
export interface StoredSession {
  /** SHA-256 of the token in lower-case hex. */
  readonly id: string;
  readonly account: AccountId;
  readonly kind: SessionKind;
  /** Size of the instance log when it was begun. */
  readonly since: number;
  readonly startedMs: number;
  readonly seenMs: number;
  /** When its person last proved who they are. */
  readonly provedMs: number;
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
  /** Id of the passkey that was its second factor; null where it was something else. */
  readonly passkey: string | null;
  /** The client certificate it began with, and goes on with alone; null where there was none. */
  readonly certificate: ShownCertificate | null;
}

/** Keeps sessions. What a method has answered is durable. */
export interface SessionStore {
  keepSession(session: StoredSession): Promise<void>;
  storedSession(id: string): Promise<StoredSession | undefined>;
  sessionsOf(account: AccountId): Promise<readonly StoredSession[]>;
  /** Moves the times of a session on, never back. */
  touchSession(
    id: string,
    times: { readonly seenMs: number; readonly provedMs: number },
  ): Promise<void>;
  /** How many of them were there: of several who end one session at once one is told 1. */
  dropSessions(ids: readonly string[]): Promise<number>;
  dropSessionsBefore(startedMs: number): Promise<void>;
}

/** A counter of attempts or refusals. */
export interface StoredCounter {
  readonly name: string;
  readonly count: number;
  readonly changedMs: number;
}

/** Keeps counters. What a method has answered is durable. */
export interface CounterStore {
  counter(name: string): Promise<StoredCounter | undefined>;
  /** Sets a counter that stands at `expected` (0 where there is none); false where it does not. */
  moveCounter(to: StoredCounter, expected: number): Promise<boolean>;
  /** Adds to a counter, which never falls below 0. */
  addToCounter(by: StoredCounter): Promise<void>;
  /** Counters whose names begin so. */
  counters(prefix: string): Promise<readonly StoredCounter[]>;
  dropCounters(names: readonly string[]): Promise<void>;
}

/** All that stands in tables about accounts: secrets, counters and sessions. */
export type AccountStore = SecretStore & SessionStore & CounterStore;

/** Hashes passwords slowly. */
export interface PasswordHasher {
  /** A text that holds salt and costs. */
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

/** Whether a password, in the form in which it counts, is known to have leaked somewhere. */
export type BreachedPasswords = (password: string) => Promise<boolean>;

/** Time-based one-time passwords (RFC 6238): 6 digits, 30 s, SHA-1. */
export interface TotpVerifier {
  /** How the secret is typed, and as an `otpauth:` URI. */
  describe(
    secret: Uint8Array,
    label: { readonly issuer: string; readonly account: string },
  ): { readonly secret: string; readonly uri: string };
  /**
   * The step the code belongs to, and how many steps that is from now; undefined where it belongs
   * to none within `reach` steps.
   */
  find(
    secret: Uint8Array,
    code: string,
    at: { readonly nowMs: number; readonly reach: number },
  ): { readonly step: number; readonly offBy: number } | undefined;
}

/** What stands in the address bar where passkeys are used. */
export interface RelyingParty {
  /** The host name; an address made of numbers has no passkeys. */
  readonly host: string;
  /** Scheme, host and port. */
  readonly origin: string;
  readonly name: string;
}

/** A passkey as it is kept. */
export interface Passkey {
  /** base64url, as browsers name it. */
  readonly credentialId: string;
  /** COSE key, base64. */
  readonly publicKey: string;
  readonly transports: readonly string[];
  /** Whether it may be copied to another device. */
  readonly isBackupEligible: boolean;
  /** Whether the machine itself keeps it. */
  readonly isPlatform: boolean;
}

/** WebAuthn with user verification required, at registration and at each use. */
export interface PasskeyVerifier {
  creationOptions(what: {
    readonly relyingParty: RelyingParty;
    readonly challenge: Uint8Array;
    readonly account: { readonly id: AccountId; readonly signInId: string; readonly name: string };
    readonly known: readonly Passkey[];
  }): Promise<JsonObject>;
  /** The passkey, where the browser's answer is one to this challenge by a verified user. */
  registered(what: {
    readonly relyingParty: RelyingParty;
    readonly challenge: Uint8Array;
    readonly answer: JsonObject;
  }): Promise<{ readonly passkey: Passkey; readonly counter: number } | undefined>;
  requestOptions(what: {
    readonly relyingParty: RelyingParty;
    readonly challenge: Uint8Array;
    readonly known: readonly Passkey[];
  }): Promise<JsonObject>;
  /** The new signature counter, where the answer is the passkey's to this challenge. */
  proved(what: {
    readonly relyingParty: RelyingParty;
    readonly challenge: Uint8Array;
    readonly answer: JsonObject;
    readonly passkey: Passkey;
    readonly counter: number;
  }): Promise<{ readonly counter: number } | undefined>;
}

/** What the contracts say about who may do what with accounts. */
export interface AccountRights {
  /** Whether the person `by` may invite or bind the person `whom` of the same contract. */
  mayManage(by: Binding, whom: string): Promise<boolean>;
  /** Whether the person `by` may let external auditors look at the contract. */
  mayLetAudit(by: Binding): Promise<boolean>;
  /** Whether one of the account's persons is a contract's only chief officer (総括責任者). */
  isLastChiefOfficer(account: Account): Promise<boolean>;
}

/** 32 bytes that secrets are sealed and names are hashed under; kept with the keys. */
export type AccountsKey = () => Promise<Uint8Array>;
