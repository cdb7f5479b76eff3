import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { type JsonObject, concatBytes, fromBase64, toBase64, utf8 } from '@kanribo/kernel';

const nonceLength = 12;
const tagLength = 16;

/** Bytes sealed by AES-256-GCM: base64 of a random 96-bit nonce, and of cipher text with tag. */
export interface Sealed {
  readonly nonce: string;
  readonly sealed: string;
}

/**
 * Seals `bytes` under a 256-bit key used for nothing else; `purpose` is authenticated with them
 * and has to be given again (NIST SP 800-38D).
 */
export function seal(key: Uint8Array, purpose: string, bytes: Uint8Array): Sealed {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(utf8(purpose));
  const sealed = concatBytes([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return { nonce: toBase64(nonce), sealed: toBase64(sealed) };
}

/** What was sealed; undefined where key, purpose or a single bit is another. */
export function unseal(key: Uint8Array, purpose: string, what: Sealed): Uint8Array | undefined {
  const nonce = fromBase64(what.nonce);
  const sealed = fromBase64(what.sealed);
  if (nonce?.length !== nonceLength || sealed === undefined) return undefined;
  if (sealed.length < tagLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(utf8(purpose)).setAuthTag(sealed.subarray(-tagLength));
  const bytes = decipher.update(sealed.subarray(0, -tagLength));
  try {
    decipher.final();
    return bytes;
  } catch {
    bytes.fill(0);
    return undefined;
  }
}

/** Reads exactly the two members of {@link Sealed}; whether they open is seen by unsealing. */
export function parseSealed(value: JsonObject): Sealed | undefined {
  const { nonce, sealed, ...rest } = value;
  if (typeof nonce !== 'string' || typeof sealed !== 'string') return undefined;
  return Object.keys(rest).length === 0 ? { nonce, sealed } : undefined;
}

/**
 * Runs `use` with the 256-bit key that the root key has for one purpose (HKDF-SHA-256, RFC 5869),
 * and wipes it. Every new kind of secret at rest takes a purpose of its own here.
 */
export function withDerivedKey<T>(
  root: KeyObject,
  purpose: string,
  use: (key: Uint8Array) => T,
): T {
  const key = new Uint8Array(hkdfSync('sha256', root, new Uint8Array(0), utf8(purpose), 32));
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}
