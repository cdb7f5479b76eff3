import type { Account, AccountsState, RegisteredDevice } from './account-state.ts';
import type { StoredSession } from './ports.ts';

/** The registered device (登録端末) that a session comes from. */
export interface SessionDevice extends RegisteredDevice {
  /** What shows that it is this one: the passkey of the second factor, or a client certificate. */
  readonly kind: 'passkey' | 'certificate';
}

type Beginning = Pick<StoredSession, 'account' | 'passkey' | 'certificate'>;

/**
 * The registered device that a session comes from; null where it comes from no such device, or its
 * registration was ended. A certificate is held against every request of the session, a passkey was
 * used when it began.
 */
export function registeredDeviceOf(
  { accounts, devices }: Pick<AccountsState, 'accounts' | 'devices'>,
  { account, passkey, certificate }: Beginning,
): SessionDevice | null {
  const shown = certificate === null ? undefined : devices.get(certificate.fingerprint);
  if (shown !== undefined && shown.ended === null) {
    const { sequence, by, since } = shown;
    return { kind: 'certificate', sequence, by, since };
  }
  const factor = accounts
    .get(account)
    ?.factors.find(({ kind, secret }) => kind === 'passkey' && secret === passkey);
  const device = factor?.device ?? null;
  return device === null ? null : { kind: 'passkey', ...device };
}

/**
 * Whether what an account administers, it administers from registered devices alone: it has the
 * passkey of one, or was signed in to from one by its certificate, and that one is registered still.
 */
export function hasRegisteredDevice(
  { devices }: Pick<AccountsState, 'devices'>,
  { factors, certificatesUsed }: Pick<Account, 'factors' | 'certificatesUsed'>,
): boolean {
  return (
    factors.some(({ device }) => device !== null) ||
    certificatesUsed.some((certificate) => devices.get(certificate)?.ended === null)
  );
}

/** Whether a session of before is over, since the device it began at was ended since. */
export function isDeviceEnded(
  { devices }: Pick<AccountsState, 'devices'>,
  { certificate, since }: Pick<StoredSession, 'certificate' | 'since'>,
): boolean {
  const ended = certificate === null ? null : devices.get(certificate.fingerprint)?.ended;
  return ended !== null && ended !== undefined && since <= ended.sequence;
}
