import { type KeyObject, createHash, webcrypto } from 'node:crypto';
import { utf8 } from '@kanribo/kernel';
import * as asn1 from 'asn1js';
import * as pki from 'pkijs';
import { bufferOf } from './certificate-parts.ts';

/** A certificate with its private key, and the authority that signed it. */
export interface Pkcs12Order {
  readonly certificate: Uint8Array;
  readonly authority: Uint8Array;
  readonly key: KeyObject;
  /** What people see it under in their certificate store. */
  readonly title: string;
  readonly password: string;
}

/** Rounds of PBKDF2 and of the code over the whole; the password itself is random. */
const iterations = 10_000;

/**
 * A PKCS#12 file (RFC 7292) as Windows 10 1709 and Windows Server 2019 read it: everything under
 * PBES2 with AES-256-CBC and PBKDF2 of HMAC-SHA-256, and HMAC-SHA-256 over the whole.
 */
export async function pkcs12Of(order: Pkcs12Order): Promise<Uint8Array> {
  const crypto = new pki.CryptoEngine({ name: 'node', crypto: webcrypto });
  const password = bufferOf(utf8(order.password));
  const sealing = { ...encryption, password };
  const keyBag = await shroudedKey(order, sealing, crypto);
  const attributes = attributesOf(order);
  const safes = [
    [bagOf(certificateBag, certBag(order.certificate), attributes), authorityBag(order)],
    [bagOf(shroudedKeyBag, keyBag, attributes)],
  ];
  const authenticatedSafe = new pki.AuthenticatedSafe({
    parsedValue: {
      safeContents: safes.map((safeBags, index) => ({
        privacyMode: index === 0 ? 1 : 0,
        value: new pki.SafeContents({ safeBags }),
      })),
    },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [sealing, {}] }, crypto);
  const file = new pki.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  const mac = { iterations, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' };
  await file.makeInternalValues({ ...mac, password }, crypto);
  return new Uint8Array(file.toSchema().toBER());
}

const encryption = {
  contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount: iterations,
} as const;

type Sealing = typeof encryption & { readonly password: ArrayBuffer };

async function shroudedKey(
  { key }: Pkcs12Order,
  sealing: Sealing,
  crypto: pki.CryptoEngine,
): Promise<pki.PKCS8ShroudedKeyBag> {
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  const parsedValue = pki.PrivateKeyInfo.fromBER(bufferOf(pkcs8));
  const bag = new pki.PKCS8ShroudedKeyBag({ parsedValue });
  await bag.makeInternalValues({ ...sealing }, crypto);
  return bag;
}

const certificateBag = '1.2.840.113549.1.12.10.1.3';
const shroudedKeyBag = '1.2.840.113549.1.12.10.1.2';

const certBag = (certificate: Uint8Array): pki.CertBag =>
  new pki.CertBag({ parsedValue: pki.Certificate.fromBER(bufferOf(certificate)) });

const authorityBag = ({ authority }: Pkcs12Order): pki.SafeBag =>
  new pki.SafeBag({ bagId: certificateBag, bagValue: certBag(authority) });

const bagOf = (
  bagId: string,
  bagValue: pki.CertBag | pki.PKCS8ShroudedKeyBag,
  bagAttributes: pki.Attribute[],
): pki.SafeBag => new pki.SafeBag({ bagId, bagValue, bagAttributes });

/** The title, and what tells which key belongs to which certificate. */
function attributesOf({ title, certificate }: Pkcs12Order): pki.Attribute[] {
  const local = Uint8Array.from(createHash('sha256').update(certificate).digest());
  return [
    new pki.Attribute({
      type: '1.2.840.113549.1.9.20',
      values: [new asn1.BmpString({ value: title })],
    }),
    new pki.Attribute({
      type: '1.2.840.113549.1.9.21',
      values: [new asn1.OctetString({ valueHex: bufferOf(local) })],
    }),
  ];
}
