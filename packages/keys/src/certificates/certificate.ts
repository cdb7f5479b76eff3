import { type KeyObject, createPublicKey, randomBytes, sign } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pki from 'pkijs';
import { bufferOf, extensions, keyIdentifier, nameOf, timeOf } from './certificate-parts.ts';
import type { HostName } from './host-names.ts';

/** From when to when a certificate counts. */
export interface Validity {
  readonly from: Date;
  readonly to: Date;
}

/** Who signs: the authority's certificate (DER) and its private key. */
export interface Issuer {
  readonly certificate: Uint8Array;
  readonly key: KeyObject;
}

/** ECDSA with SHA-256 (RFC 5758 §3.2). */
const ecdsaWithSha256 = '1.2.840.10045.4.3.2';

/**
 * A self-signed authority (DER) for these names and what stands below them: its leaves may name no
 * other server, and are for servers and devices alone, so that its key, once stolen, signs neither
 * programs nor mail. It signs no further authority.
 */
export function authorityCertificate(order: {
  readonly commonName: string;
  readonly validity: Validity;
  readonly permitted: readonly HostName[];
  readonly key: KeyObject;
}): Uint8Array {
  const { commonName, validity, permitted, key } = order;
  const certificate = unsigned(nameOf(commonName), nameOf(commonName), validity, key);
  certificate.extensions = [
    extensions.basicConstraints(true),
    extensions.keyUsage('keyCertSign'),
    extensions.extendedKeyUsage(['serverAuth', 'clientAuth']),
    extensions.nameConstraints(permitted),
    extensions.subjectKey(keyIdentifier(certificate.subjectPublicKeyInfo)),
  ];
  return signed(certificate, key);
}

/** What a leaf is for: a server under these names, or a device that shows who it is. */
export type LeafPurpose =
  | { readonly kind: 'server'; readonly names: readonly HostName[] }
  | { readonly kind: 'client' };

/** A leaf (DER) for a key, signed by an authority. */
export function leafCertificate(order: {
  readonly commonName: string;
  readonly validity: Validity;
  readonly purpose: LeafPurpose;
  readonly key: KeyObject;
  readonly issuer: Issuer;
}): Uint8Array {
  const { commonName, validity, purpose, key, issuer } = order;
  const authority = pki.Certificate.fromBER(bufferOf(issuer.certificate));
  const certificate = unsigned(authority.subject, nameOf(commonName), validity, key);
  certificate.extensions = [
    extensions.basicConstraints(false),
    extensions.keyUsage('digitalSignature'),
    extensions.extendedKeyUsage([purpose.kind === 'server' ? 'serverAuth' : 'clientAuth']),
    extensions.subjectKey(keyIdentifier(certificate.subjectPublicKeyInfo)),
    extensions.authorityKey(keyIdentifier(authority.subjectPublicKeyInfo)),
    ...(purpose.kind === 'server' ? [extensions.subjectNames(purpose.names)] : []),
  ];
  return signed(certificate, issuer.key);
}

function unsigned(
  issuer: pki.RelativeDistinguishedNames,
  subject: pki.RelativeDistinguishedNames,
  { from, to }: Validity,
  key: KeyObject,
): pki.Certificate {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return new pki.Certificate({
    version: 2,
    serialNumber: new asn1.Integer({ valueHex: bufferOf(randomSerial()) }),
    signature: new pki.AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 }),
    issuer,
    notBefore: timeOf(from),
    notAfter: timeOf(to),
    subject,
    subjectPublicKeyInfo: pki.PublicKeyInfo.fromBER(bufferOf(spki)),
  });
}

/** 126 random bits, positive and of one length (RFC 5280 §4.1.2.2). */
function randomSerial(): Uint8Array {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function signed(certificate: pki.Certificate, key: KeyObject): Uint8Array {
  const body = certificate.encodeTBS();
  certificate.signatureAlgorithm = new pki.AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 });
  certificate.tbsView = new Uint8Array(body.toBER());
  const signature = sign('sha256', certificate.tbsView, key);
  certificate.signatureValue = new asn1.BitString({ valueHex: bufferOf(signature) });
  return new Uint8Array(certificate.toSchema(true).toBER());
}
