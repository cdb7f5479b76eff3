import {
  type ContractId,
  type Day,
  type JsonObject,
  type Moment,
  type Table,
  emptyTable,
} from '@kanribo/kernel';
import type { AccountId, FactorKind, SuspensionReason } from './account-facts.ts';

/** Which person of which contract an account acts as. */
export interface Binding {
  readonly contract: ContractId;
  /** The id of the person's case in that contract. */
  readonly person: string;
}

/** A contract an account may look at as external auditor (外部の監査人), and does nothing in. */
export interface Audit {
  readonly contract: ContractId;
  /** The last day, in Tokyo. */
  readonly until: Day;
  /** When it was ended before that day; null otherwise. */
  readonly endedAt: Moment | null;
}

/** A second factor; its secret counts while it is listed here. */
export interface Factor {
  readonly kind: FactorKind;
  readonly secret: string;
  readonly addedAt: Moment;
  /** What was told of a passkey when it was made; null where nothing was kept of it. */
  readonly traits: PasskeyTraits | null;
  /** The device the passkey stands for, where one is registered. */
  readonly device: RegisteredDevice | null;
}

/** Where a passkey can be, as authenticator and browser told when it was made. */
export interface PasskeyTraits {
  /** Whether it may be copied to another device. */
  readonly isBackupEligible: boolean;
  /** Whether it is kept by the machine itself, not by something one plugs in or carries. */
  readonly isPlatform: boolean;
}

/** A device (登録端末): what its owner's passkey stands for, or a TLS client certificate. */
export interface RegisteredDevice {
  /** The entry that registered it, whose particulars hold the title. */
  readonly sequence: number;
  readonly by: AccountId;
  readonly since: Moment;
}

/** A device that shows a TLS client certificate; whoever sits at it, it is this one. */
interface CertificateDevice extends RegisteredDevice {
  /** SHA-256 of the certificate in lower-case hex. */
  readonly certificate: string;
  /** The entry that ended it; null while it is registered. */
  readonly ended: { readonly sequence: number; readonly at: Moment } | null;
}

/** Whether an account may be used. */
export type AccountStanding =
  | {
      readonly status: 'invited';
      /** SHA-256 of the invitation's token; null once a set-up link stands for it. */
      readonly link: string | null;
      readonly invitedAt: Moment;
    }
  | { readonly status: 'active' }
  | { readonly status: 'suspended'; readonly because: SuspensionReason };

/** A link by which an administrator who lost every factor comes back in, while nobody used it. */
export interface WayBack {
  /** SHA-256 of the link's token. */
  readonly link: string;
  readonly offeredAt: Moment;
  /** The entry that offered it. */
  readonly sequence: number;
}

/** Something that happened to an account, as its owner is shown it. */
export interface AccountEvent {
  readonly at: Moment;
  readonly declaration: string;
  /** Who did it: the account itself, another one, or the software. */
  readonly actor: string;
  readonly facts: JsonObject;
}

/** A change that stays news until the account's owner says that they have seen it. */
interface AccountNews extends AccountEvent {
  readonly sequence: number;
  /** Whether there was a sign-in since. */
  readonly isTold: boolean;
}

/** An account as the instance log tells it. */
export interface Account {
  readonly id: AccountId;
  readonly standing: AccountStanding;
  /** Keyed hash of the sign-in id. */
  readonly signIn: string;
  /** The entry whose particulars hold sign-in id and name. */
  readonly namedBy: number;
  readonly isAdministrator: boolean;
  readonly bindings: readonly Binding[];
  /** What it looks at, or did, as external auditor; one a contract, the latest. */
  readonly audits: readonly Audit[];
  /** Id of the secret that is the password; null before there is one. */
  readonly password: string | null;
  readonly factors: readonly Factor[];
  /** Ids of the secrets that are recovery codes, used ones among them. */
  readonly recoveryCodes: readonly string[];
  /** Sessions that were begun before the entry of this sequence are over. */
  readonly sessionsFrom: number;
  readonly isLocked: boolean;
  readonly wayBack: WayBack | null;
  /** When one was last offered, used or not. */
  readonly wayBackOfferedAt: Moment | null;
  readonly lastSignInAt: Moment | null;
  /** Certificates of the registered devices that it was signed in to from. */
  readonly certificatesUsed: readonly string[];
  /** From when on it counts as unused. */
  readonly unusedSince: Moment;
  /** The last events, the newest last. */
  readonly history: readonly AccountEvent[];
  /** Changes of what one signs in with, however long ago, that the owner did not acknowledge. */
  readonly news: readonly AccountNews[];
}

/** All accounts of an instance. */
export interface AccountsState {
  readonly accounts: Table<Account>;
  /** By keyed hash of the sign-in id. */
  readonly bySignIn: Table<AccountId>;
  /** By certificate; those that were ended among them. */
  readonly devices: Table<CertificateDevice>;
  /** The set-up link that was offered last. */
  readonly setUp: { readonly link: string; readonly offeredAt: Moment } | null;
  /** Whether there has ever been an administrator who could sign in. */
  readonly hasHadAdministrator: boolean;
  /** Refusals are counted up to this minute since 1970, this one included. */
  readonly refusalsCountedTo: number;
}

/** Before the first account. */
export function noAccounts(): AccountsState {
  return {
    accounts: emptyTable(),
    bySignIn: emptyTable(),
    devices: emptyTable(),
    setUp: null,
    hasHadAdministrator: false,
    refusalsCountedTo: -1,
  };
}

/** Whether an account may sign in. */
export const isActive = ({ standing }: Account): boolean => standing.status === 'active';

/** Whether nobody else could administer the instance if this account could not sign in. */
export function isLastAdministrator({ accounts }: AccountsState, id: AccountId): boolean {
  const account = accounts.get(id);
  if (account === undefined || !account.isAdministrator || !isActive(account)) return false;
  return ![...accounts.values()].some(
    (other) => other.id !== id && other.isAdministrator && isActive(other) && !other.isLocked,
  );
}

/** The active account bound to a person of a contract, if there is one. */
export function accountBoundTo({ accounts }: AccountsState, binding: Binding): Account | undefined {
  return [...accounts.values()].find(
    ({ standing, bindings }) =>
      standing.status !== 'suspended' && bindings.some((one) => isSameBinding(one, binding)),
  );
}

/** Whether an external auditor may look on a day. */
export const isOnAudit = ({ until, endedAt }: Audit, today: Day): boolean =>
  endedAt === null && today <= until;

/** Whether both name the same person of the same contract. */
export const isSameBinding = (left: Binding, right: Binding): boolean =>
  left.contract === right.contract && left.person === right.person;
