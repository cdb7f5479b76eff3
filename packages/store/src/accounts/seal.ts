import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { AccountSecret, StoredSession } from '@kanribo/application';
import { seal, unseal } from '../sealed.ts';

/** Which secret it is; authenticated with it, so that none stands in for another. */
export type SecretPlace = Pick<AccountSecret, 'id' | 'account' | 'kind'>;

/** The key for one purpose, worked out from the accounts' key for it alone (RFC 5869). */
export const keyFor = (
  accountsKey: Uint8Array,
  purpose: 'account secrets' | 'account sessions',
): Uint8Array =>
  new Uint8Array(
    hkdfSync('sha256', accountsKey, new Uint8Array(0), `kanribo/store/1 ${purpose}`, 32),
  );

/** What of a session never changes, authenticated: HMAC-SHA-256. */
export function sessionMac(key: Uint8Array, session: StoredSession): Buffer {
  const { id, account, kind, since, startedMs, address, agent, passkey, certificate } = session;
  const fixed = ['account session', 1, id, account, kind, since, startedMs, address, agent];
  // Without passkey and certificate it is as before sessions told of them, so that those go on.
  const told = passkey === null ? fixed : [...fixed, passkey];
  const shown =
    certificate === null ? told : [...fixed, passkey, certificate.fingerprint, certificate.subject];
  return createHmac('sha256', key).update(JSON.stringify(shown)).digest();
}

/** Whether a session is one that was begun here and is as it was then. */
export function isOwnSession(key: Uint8Array, session: StoredSession, mac: Uint8Array): boolean {
  const expected = sessionMac(key, session);
  return mac.length === expected.length && timingSafeEqual(mac, expected);
}

const authenticated = ({ id, account, kind }: SecretPlace): Buffer =>
  Buffer.from(JSON.stringify(['account secret', 1, id, account, kind]));

/** A secret, sealed for its place. */
export const sealSecret = (key: Uint8Array, place: SecretPlace, plain: Uint8Array): Buffer =>
  seal(key, authenticated(place), plain);

/** What was sealed; undefined where it was changed, is another's, or sealed under another key. */
export const openSecret = (
  key: Uint8Array,
  place: SecretPlace,
  sealed: Uint8Array,
): Uint8Array | undefined => unseal(key, authenticated(place), sealed);
