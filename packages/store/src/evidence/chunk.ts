import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ContractId } from '@kanribo/kernel';

/** Which chunk of which evidence of which contract; all of it is authenticated with the chunk. */
export interface ChunkPlace {
  readonly contractId: ContractId;
  /** SHA-256 of the whole evidence in lower-case hex. */
  readonly digest: string;
  /** From 0. */
  readonly position: number;
  readonly last: boolean;
}

/** Bytes of evidence in a chunk; only the last one is shorter. */
export const chunkBytes = 1024 * 1024;

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

function authenticated({ contractId, digest, position, last }: ChunkPlace): Buffer {
  return Buffer.from(JSON.stringify(['evidence', 1, contractId, digest, position, last]));
}

/** Nonce, AES-256-GCM ciphertext and tag of a chunk, under the contract's key of 32 bytes. */
export function sealChunk(key: Uint8Array, place: ChunkPlace, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(authenticated(place));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes of a sealed chunk, or undefined when it is not the one of this place and key. */
export function openChunk(
  key: Uint8Array,
  place: ChunkPlace,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(authenticated(place));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}
