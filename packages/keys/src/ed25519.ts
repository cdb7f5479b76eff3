import { type KeyObject, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { concatBytes, fromHex } from '@kanribo/kernel';

/** PKCS #8 of an Ed25519 key up to its 32-byte seed (RFC 8410 §7). */
const pkcs8Prefix = '302e020100300506032b657004220420';
const publicKeyLength = 32;

/** The private key of a 32-byte seed (RFC 8032 §5.1.5); the caller wipes the seed. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  const der = concatBytes([fromHex(pkcs8Prefix) ?? new Uint8Array(0), seed]);
  try {
    return createPrivateKey({ key: Buffer.from(der.buffer), format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

/** The 32 bytes of the public key; SPKI ends with them (RFC 8410 §4). */
export function publicKeyOf(privateKey: KeyObject): Uint8Array {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return Uint8Array.from(der.subarray(-publicKeyLength));
}

/** The 64-byte signature; the same for the same key and bytes (RFC 8032 §5.1.6). */
export const signatureOf = (privateKey: KeyObject, bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(sign(null, bytes, privateKey));
