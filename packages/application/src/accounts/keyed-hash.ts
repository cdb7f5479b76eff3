import { concatBytes, toHex, utf8 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';

const blockLength = 64;

/** HMAC-SHA-256 (RFC 2104) under a key of at most 64 bytes. */
export function hmacSha256(sha256: Sha256, key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockLength);
  block.set(key);
  const inner = concatBytes([block.map((byte) => byte ^ 0x36), message]);
  const outer = concatBytes([block.map((byte) => byte ^ 0x5c), sha256(inner)]);
  return sha256(outer);
}

/** What a text is hashed for; the same text has another hash for another use. */
export type HashedUse = 'sign-in-id' | 'address';

/**
 * The first 128 bits of a text's keyed hash, in hex. Nobody without the accounts' key can try
 * which text it is of.
 */
export async function keyedHash(
  tools: { readonly sha256: Sha256; readonly accountsKey: () => Promise<Uint8Array> },
  use: HashedUse,
  text: string,
): Promise<string> {
  const message = utf8(`kanribo/accounts/1 ${use} ${text}`);
  return toHex(hmacSha256(tools.sha256, await tools.accountsKey(), message).subarray(0, 16));
}
