import { type KeyObject, createHash } from 'node:crypto';
import {
  type Checkpoint,
  type Sha256,
  formatCheckpoint,
  formatVerifierKey,
  parseCheckpoint,
  signCheckpoint,
  verifierKeyOf,
} from '@kanribo/merkle';
import { publicKeyOf, signatureOf } from './ed25519.ts';
import { KeysFault } from './keys-fault.ts';

const sha256: Sha256 = (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest());

/** The verifier key of a contract's key under an origin. */
export const verifierKeyText = (origin: string, privateKey: KeyObject): string =>
  formatVerifierKey(keyOf(origin, privateKey));

/** The checkpoint as a note signed by the contract's key under the checkpoint's origin. */
export function checkpointNote(checkpoint: Checkpoint, privateKey: KeyObject): string {
  const key = keyOf(checkpoint.origin, privateKey);
  return signCheckpoint(checkpoint, { key, sign: (bytes) => signatureOf(privateKey, bytes) });
}

const keyOf = (name: string, privateKey: KeyObject) =>
  verifierKeyOf(sha256, { name, kind: 'ed25519', publicKey: publicKeyOf(privateKey) });

/**
 * Holds a caller to heads that a log can have, before anything is written of them.
 * @throws {KeysFault} `head-malformed`.
 */
export function requireHead({ origin, size, root }: Checkpoint): void {
  try {
    if (parseCheckpoint(formatCheckpoint({ origin, size, root })).ok) return;
  } catch (cause) {
    throw new KeysFault('head-malformed', `${origin} has no such head`, { cause });
  }
  throw new KeysFault('head-malformed', `${origin} has no such head`);
}
