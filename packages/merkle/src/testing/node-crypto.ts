import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import { concatBytes, fromHex } from '@kanribo/kernel';
import type { Sha256 } from '../hash.ts';
import type { Signer, VerifySignature } from '../signature.ts';
import { verifierKeyOf, type KeyKind } from '../verifier-key.ts';

/** SHA-256 by Node's OpenSSL, as plain bytes: a Buffer does not compare as equal to them. */
export const sha256: Sha256 = (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'));

const publicKeyPrefix = fromHex('302a300506032b6570032100') ?? new Uint8Array(0);
const privateKeyPrefix = fromHex('302e020100300506032b657004220420') ?? new Uint8Array(0);

/** Ed25519 by Node's OpenSSL. */
export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const der = Buffer.from(concatBytes([publicKeyPrefix, publicKey]));
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

/** A signer whose private key is 32 times the byte `seed`: the same in every run. */
export function signerOf<Kind extends KeyKind>(
  kind: Kind,
  name: string,
  seed: number,
): Signer<Kind> {
  const der = Buffer.from(concatBytes([privateKeyPrefix, new Uint8Array(32).fill(seed)]));
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = new Uint8Array(spki.subarray(-32));
  return {
    key: verifierKeyOf(sha256, { name, kind, publicKey }),
    sign: (message) => sign(null, message, privateKey),
  };
}
