import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 as digest } from '@noble/hashes/sha2.js';
import type { DigestStream } from '@kanribo/evidence';
import type { Sha256, VerifySignature } from '@kanribo/merkle';

/** SHA-256 in the page: the browser's own answers later only, and not at all without TLS. */
export const sha256: Sha256 = (bytes) => digest(bytes);

/** SHA-256 of a stream, a chunk at a time. */
export const sha256Stream: DigestStream = async (chunks) => {
  const hashing = digest.create();
  for await (const chunk of chunks) hashing.update(chunk);
  return hashing.digest();
};

/** Ed25519 as RFC 8032 has it, false for anything malformed. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
};
