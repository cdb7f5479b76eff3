import {
  type KeyObject,
  X509Certificate,
  createPrivateKey,
  generateKeyPairSync,
} from 'node:crypto';
import type { CertificateRecord } from './record.ts';

/** A certificate that was issued; nothing of it is secret. */
export interface IssuedCertificate extends Omit<CertificateRecord, 'key'> {
  readonly from: Date;
  readonly to: Date;
  /** SHA-256 of the certificate, as certificate viewers show it: `AB:CD:…`. */
  readonly fingerprint: string;
}

/** What may be shown of a record. */
export function issuedOf(record: CertificateRecord): IssuedCertificate {
  const { number, kind, authority, names, title, certificate } = record;
  const { validFrom, validTo, fingerprint256 } = new X509Certificate(certificate);
  const [from, to] = [new Date(validFrom), new Date(validTo)];
  const shown = { number, kind, authority, names, title, certificate };
  return { ...shown, from, to, fingerprint: fingerprint256 };
}

/** A certificate as text (RFC 7468). */
export const pemOf = (certificate: Uint8Array): string =>
  new X509Certificate(certificate).toString();

/** A private key of ECDSA on P-256, which every browser and Windows know. */
export const freshKey = (): KeyObject =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** A private key as PKCS#8 (RFC 5958). */
export const pkcs8Of = (key: KeyObject): Uint8Array =>
  Uint8Array.from(key.export({ type: 'pkcs8', format: 'der' }));

/** The private key of PKCS#8. */
export const keyOf = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
