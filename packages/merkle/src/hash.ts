import { MerkleFault } from './merkle-fault.ts';

/**
 * SHA-256, handed in everywhere so that this package runs in a browser too. It answers a new
 * array of 32 bytes and keeps no hold of its argument, whose bytes change after the call.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The length of every hash in the tree, in bytes. */
export const hashLength = 32;

const leafPrefix = 0x00;
const nodePrefix = 0x01;

/** The hash of an entry as a leaf: `SHA-256(0x00 || entry)` (RFC 6962 §2.1). */
export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length);
  bytes[0] = leafPrefix;
  bytes.set(entry, 1);
  return sha256(bytes);
}

/** {@link leafHash} with one input buffer for all calls: for hashing many entries. */
export function leafHasher(sha256: Sha256): (entry: Uint8Array) => Uint8Array {
  let bytes = new Uint8Array(4_096);
  return (entry) => {
    if (entry.length >= bytes.length) bytes = new Uint8Array(2 * entry.length);
    bytes[0] = leafPrefix;
    bytes.set(entry, 1);
    return sha256(bytes.subarray(0, 1 + entry.length));
  };
}

/**
 * The hash of an inner node: `SHA-256(0x01 || left || right)` (RFC 6962 §2.1).
 * @throws {MerkleFault} `hash-malformed` unless both are 32 bytes.
 */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  return nodeHasher(sha256)(left, right);
}

/** {@link nodeHash} with the hash function settled. */
export type NodeHasher = (left: Uint8Array, right: Uint8Array) => Uint8Array;

/** {@link nodeHash} with one input buffer for all calls: for folding many nodes. */
export function nodeHasher(sha256: Sha256): NodeHasher {
  const bytes = new Uint8Array(1 + 2 * hashLength);
  bytes[0] = nodePrefix;
  return (left, right) => {
    requireHash(left);
    requireHash(right);
    bytes.set(left, 1);
    bytes.set(right, 1 + hashLength);
    return sha256(bytes);
  };
}

/** The root of the tree without entries: `SHA-256("")` (RFC 6962 §2.1). */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

/**
 * Holds a caller to handing in hashes.
 * @throws {MerkleFault} `hash-malformed` unless it is 32 bytes.
 */
export function requireHash(hash: Uint8Array): void {
  if (hash.length !== hashLength) {
    throw new MerkleFault('hash-malformed', `${hash.length} bytes where a hash has ${hashLength}`);
  }
}
