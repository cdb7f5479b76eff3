import { createHash, verify } from 'node:crypto';
import type { DigestStream } from '@kanribo/evidence';
import type { VerifySignature } from '@kanribo/merkle';

/** Ed25519 of the platform. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = { kty: 'OKP', crv: 'Ed25519', x };
  return verify(null, message, { key, format: 'jwk' }, signature);
};

/** SHA-256 of the platform over a stream. */
export const sha256Stream: DigestStream = async (chunks) => {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest();
};
