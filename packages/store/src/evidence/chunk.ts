import type { ContractId } from '@kanribo/kernel';
import { seal, unseal } from '../sealed.ts';

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

function authenticated({ contractId, digest, position, last }: ChunkPlace): Buffer {
  return Buffer.from(JSON.stringify(['evidence', 1, contractId, digest, position, last]));
}

/** A chunk, sealed for its place under the contract's key of 32 bytes. */
export const sealChunk = (key: Uint8Array, place: ChunkPlace, plain: Uint8Array): Buffer =>
  seal(key, authenticated(place), plain);

/** The bytes of a sealed chunk, or undefined when it is not the one of this place and key. */
export const openChunk = (
  key: Uint8Array,
  place: ChunkPlace,
  sealed: Uint8Array,
): Uint8Array | undefined => unseal(key, authenticated(place), sealed);
