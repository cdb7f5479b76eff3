/** Declarations of the entries of the instance log that are about accounts. */
export const accountDeclarations = {
  /** A set-up link for the first administrator was offered. */
  setUpOffered: 'account/set-up-offered@1',
  /** Somebody was invited; particulars name the person and the sign-in id. */
  invited: 'account/invited@1',
  /** Somebody was invited anew: what they signed in with counts no more. */
  invitedAgain: 'account/invited-again@1',
  /** A way back in was offered to an administrator from the machine; nothing else changes yet. */
  wayBackOffered: 'account/way-back-offered@1',
  /** It was used: what the account was signed in with before counts no more. */
  wayBackUsed: 'account/way-back-used@1',
  bound: 'account/bound@1',
  unbound: 'account/unbound@1',
  /** Somebody may look at a contract as external auditor until a day; the latest one counts. */
  auditAllowed: 'account/audit-allowed@1',
  /** An external auditor looks no more, before the day came. */
  auditEnded: 'account/audit-ended@1',
  passwordSet: 'account/password-set@1',
  factorAdded: 'account/factor-added@1',
  factorRemoved: 'account/factor-removed@1',
  /** A passkey that stays in one device stands for that device; particulars hold its title. */
  deviceRegistered: 'account/device-registered@1',
  deviceRemoved: 'account/device-removed@1',
  /** A device is known by its TLS client certificate; particulars hold its title. */
  certificateRegistered: 'device/registered@1',
  certificateEnded: 'device/ended@1',
  /** A session was ended, since it came with another client certificate than it began with. */
  deviceDiffered: 'account/device-differed@1',
  recoveryCodesMade: 'account/recovery-codes-made@1',
  activated: 'account/activated@1',
  suspended: 'account/suspended@1',
  resumed: 'account/resumed@1',
  locked: 'account/locked@1',
  unlocked: 'account/unlocked@1',
  signedIn: 'account/signed-in@1',
  signedOut: 'account/signed-out@1',
  sessionsEnded: 'account/sessions-ended@1',
  /** The owner has seen what was told of changes, up to an entry. */
  newsAcknowledged: 'account/news-acknowledged@1',
  reauthenticated: 'account/reauthenticated@1',
  /** A route was not open to somebody who is signed in; the first time of a minute. */
  refused: 'account/refused@1',
  /** What was refused to nobody in particular within one minute, by address. */
  refusedMany: 'account/refused-many@1',
} as const;

/** The id of an account: `account-1`, counted within the instance. */
export type AccountId = string;

/** What a second factor is. */
export type FactorKind = 'totp' | 'passkey';

/** What the second step of a sign-in was done with. */
export type SecondStep = FactorKind | 'recovery-code';

/** Why an account is suspended, as a code. */
export type SuspensionReason = 'decided' | 'dormant';
