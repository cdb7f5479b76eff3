import { createHash, createPublicKey, hash, randomBytes, verify } from 'node:crypto';
import type { Clock, Random } from '@kanribo/application';
import { type CommandId, concatBytes, fromHex, momentOf, parseCommandId } from '@kanribo/kernel';
import type { Sha256, VerifySignature } from '@kanribo/merkle';

/** SHA-256 of the platform. */
// By way of a string it takes 0.5 µs; asked for a buffer, Node allocates one outside the heap for
// each digest and takes 1.3 µs, which verifying a log would spend on every entry.
export const sha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** SHA-256 of a stream, a chunk at a time. */
export async function sha256Stream(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const digest = createHash('sha256');
  for await (const chunk of chunks) digest.update(chunk);
  return digest.digest();
}

/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410 §4). */
const spkiPrefix = fromHex('302a300506032b6570032100') ?? new Uint8Array(0);

/** Ed25519 (RFC 8032) of the platform. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  if (publicKey.length !== 32) return false;
  const der = Buffer.from(concatBytes([spkiPrefix, publicKey]));
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

const clock: Clock = { now: () => momentOf(Date.now()) };
const random: Random = { bytes: (count) => Uint8Array.from(randomBytes(count)) };

/** Clock, random bytes and hash function of this machine. */
export const platform = { clock, random, sha256 } as const;

/** What verifying needs of this machine beside the hash function. */
export const verifying = { sha256Stream, verifySignature } as const;

/** A command id nobody has used. */
export function freshCommandId(): CommandId {
  const parsed = parseCommandId(randomBytes(16).toString('hex'));
  if (!parsed.ok) throw new RangeError('random bytes were not 16');
  return parsed.value;
}
