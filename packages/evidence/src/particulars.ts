import { concatBytes, toHex, utf8 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';

/** A salt of 16 random bytes and the canonical JSON text of an object, which belong together. */
export interface SaltedParticulars {
  readonly salt: Uint8Array;
  readonly text: string;
}

/** How many bytes a salt has. */
export const saltLength = 16;

/**
 * What an entry holds of its particulars: lower-case hex of `SHA-256(salt || text)`, the text in
 * UTF-8. Erasing salt and text together leaves nothing to be guessed at.
 */
export function commitParticulars(sha256: Sha256, particulars: SaltedParticulars): string {
  return toHex(sha256(concatBytes([particulars.salt, utf8(particulars.text)])));
}
