import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
} from 'node:crypto';
import { type ContractId, type Moment, momentOf, parseContractId } from '@kanribo/kernel';
import { type Sha256, type Signer, type VerifySignature, verifierKeyOf } from '@kanribo/merkle';
import type { DigestStream } from '../check-evidence.ts';

/** SHA-256 of Node. */
export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** SHA-256 of Node over a stream. */
export const sha256Stream: DigestStream = async (chunks) => {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest();
};

/** Ed25519 of Node. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

/** A signer whose key pair follows from a byte, under the name of an origin. */
export function signerOf(name: string, seed: number): Signer<'ed25519'> {
  const privateKey = privateKeyOf(seed);
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = new Uint8Array(der.subarray(-32));
  const key = verifierKeyOf(sha256, { name, kind: 'ed25519', publicKey });
  return { key, sign: (message) => sign(null, message, privateKey) };
}

function privateKeyOf(seed: number): KeyObject {
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, seed),
  ]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** A contract id that is one. */
export function contractIdOf(text: string): ContractId {
  const parsed = parseContractId(text);
  if (!parsed.ok) throw new TypeError(parsed.error);
  return parsed.value;
}

/** The moment so many seconds into 2026-04-01 in Tokyo. */
export const secondsLater = (seconds: number): Moment =>
  momentOf(Date.UTC(2026, 2, 31, 15) + seconds * 1_000);
