/** Why a new password is not taken. */
export type PasswordRefusal =
  | { readonly code: 'password-too-short'; readonly fewestCharacters: number }
  | { readonly code: 'password-too-long'; readonly mostCharacters: number }
  /** It is common, or made of what everybody knows of the account. */
  | { readonly code: 'password-common' }
  /** It is on the list of leaked ones that was brought along. */
  | { readonly code: 'password-breached' }
  /** It holds half of a character, so it could not be typed again. */
  | { readonly code: 'password-malformed' };

/** Further attempts are not looked at for a while. */
export interface Delayed {
  readonly code: 'delayed';
  readonly waitSeconds: number;
}

/** Why a sign-in does not begin; nothing tells whether there is such an account. */
export type SignInRefusal =
  | Delayed
  | { readonly code: 'sign-in-wrong' }
  /** Told only to who knows the password. */
  | { readonly code: 'account-locked' }
  | { readonly code: 'account-suspended'; readonly because: 'decided' | 'dormant' };

/** Why a second step is not taken. */
export type SecondStepRefusal =
  | Delayed
  /** The first step is not there or too long ago. */
  | { readonly code: 'session-over' }
  | { readonly code: 'factor-wrong' }
  /** The code was used before. */
  | { readonly code: 'code-used' }
  /** A right code of another time: the clocks differ, the device's being ahead if positive. */
  | { readonly code: 'clocks-differ'; readonly minutes: number }
  | PasskeysUnavailable;

/** Passkeys need a host name, and the server has none. */
export interface PasskeysUnavailable {
  readonly code: 'passkeys-unavailable';
}

/** Why a link begins nothing. */
export interface LinkRefusal {
  readonly code: 'link-unusable';
}

/** What a sign-in id may be. */
export interface SignInIdRefusal {
  readonly code: 'sign-in-id-malformed' | 'display-name-malformed';
}

/** Why an account does not begin to count. */
export type EnrolmentRefusal = SecondStepRefusal | LinkRefusal;

/** Why a deed on another account, or one's own, is not done. */
export type DeedRefusal =
  /** Who asks may not do this. */
  | { readonly code: 'not-allowed' }
  | { readonly code: 'account-unknown' }
  /** It takes a second person. */
  | { readonly code: 'second-person-needed' }
  /** Nobody could administer the instance any more. */
  | { readonly code: 'last-administrator' }
  /** The account is not in a state in which this can be done. */
  | { readonly code: 'standing-differs'; readonly status: 'invited' | 'active' | 'suspended' }
  | { readonly code: 'not-locked' }
  | { readonly code: 'sign-in-id-taken' }
  /** Another account acts as this person. */
  | { readonly code: 'person-bound' }
  | { readonly code: 'binding-unknown' }
  /** The last day of an audit is over already, or too far away. */
  | { readonly code: 'audit-day-unfit'; readonly mostDays: number }
  | { readonly code: 'audit-unknown' }
  | { readonly code: 'device-title-unfit' }
  /** The passkey is not the account's. */
  | { readonly code: 'passkey-unknown' }
  /** Nothing was kept of where the passkey can be: it is older than that. */
  | { readonly code: 'passkey-untold' }
  /** It may be copied to another device. */
  | { readonly code: 'passkey-copiable' }
  /** It is kept by something one carries from machine to machine. */
  | { readonly code: 'passkey-roaming' }
  | { readonly code: 'device-registered' }
  | { readonly code: 'device-unknown' }
  | DeviceNeeded
  /** The account has another part in the contract: who audits holds no office there. */
  | { readonly code: 'other-part' };

/** An administrator with registered devices does this at one of them alone. */
interface DeviceNeeded {
  readonly code: 'device-needed';
}

/** Why a factor is not taken or taken away. */
export type FactorRefusal =
  | DeviceNeeded
  | { readonly code: 'factor-unknown' }
  /** Without it nobody could sign in. */
  | { readonly code: 'last-factor' };
