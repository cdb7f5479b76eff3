import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ShownCertificate } from '@kanribo/application';
import { type Moment, momentOf } from '@kanribo/kernel';
import { type Tls, deviceAuthorityOf } from './settings.ts';

/** Why a client certificate counts as none. */
type CertificateFault =
  /** No authority of ours signed it. */
  | 'not-ours'
  /** It is the server's own, an authority's, or not for clients alone. */
  | 'other-purpose'
  | 'not-yet'
  | 'ended';

/** What a connection shows of the device at its other end. */
export type ConnectionDevice =
  /** No certificate is asked for: there is no TLS, or no authority for devices. */
  | { readonly state: 'not-asked' }
  | { readonly state: 'none' }
  | {
      readonly state: 'refused';
      readonly because: CertificateFault;
      readonly fingerprint: string;
    }
  | { readonly state: 'shown'; readonly certificate: ShownCertificate; readonly to: Moment };

const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/**
 * Reads the device of connections: a certificate counts when one of the authorities signed it
 * itself, OpenSSL found the whole way to them sound, it is for clients alone, and its time is now.
 */
export function deviceReader(
  tls: Tls | undefined,
): (socket: Socket, now: Date) => ConnectionDevice {
  const bundle = tls === undefined ? undefined : deviceAuthorityOf(tls);
  if (tls === undefined || bundle === undefined) return () => ({ state: 'not-asked' });
  const authorities = certificatesIn(bundle);
  const own = new X509Certificate(tls.certificate).fingerprint256;
  return (socket, now) => {
    const shown = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
    if (!(socket instanceof TLSSocket) || shown === undefined) return { state: 'none' };
    const fingerprint = shown.fingerprint256.replaceAll(':', '').toLowerCase();
    const because = faultOf(shown, { authorities, own, isSound: socket.authorized, now });
    if (because !== undefined) return { state: 'refused', because, fingerprint };
    const certificate = { fingerprint, subject: subjectOf(shown) };
    return { state: 'shown', certificate, to: momentOf(Date.parse(shown.validTo)) };
  };
}

interface Standing {
  readonly authorities: readonly X509Certificate[];
  /** Fingerprint of the server's own certificate. */
  readonly own: string;
  /** What OpenSSL found at the handshake. */
  readonly isSound: boolean;
  readonly now: Date;
}

function faultOf(
  shown: X509Certificate,
  { authorities, own, isSound, now }: Standing,
): CertificateFault | undefined {
  const isSigned = authorities.some(
    (authority) => shown.checkIssued(authority) && shown.verify(authority.publicKey),
  );
  if (!isSigned) return 'not-ours';
  const isForClients = shown.keyUsage?.join() === clientAuthentication;
  if (shown.fingerprint256 === own || shown.ca || !isForClients) return 'other-purpose';
  // A connection may outlive what OpenSSL saw when it was made.
  if (now < new Date(shown.validFrom)) return 'not-yet';
  if (now >= new Date(shown.validTo)) return 'ended';
  return isSound ? undefined : 'not-ours';
}

const longestSubject = 100;

/** The common name, without what could be taken for something else than letters. */
function subjectOf({ subject }: X509Certificate): string {
  const common = /^CN=(.+)$/mu.exec(subject)?.[1] ?? '';
  const plain = common.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
  return Array.from(plain).slice(0, longestSubject).join('');
}

/**
 * The certificates of a PEM file, in order.
 * @throws what `X509Certificate` throws where one cannot be read.
 */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/gu) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
