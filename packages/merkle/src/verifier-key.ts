import {
  concatBytes,
  err,
  fromBase64,
  ok,
  toBase64,
  toHex,
  utf8,
  type Result,
} from '@kanribo/kernel';
import type { Sha256 } from './hash.ts';
import { MerkleFault } from './merkle-fault.ts';

/**
 * What a key signs: the text of a note (`ed25519`, type 0x01) or, as a witness, a checkpoint it
 * has seen at a time (`cosignature`, type 0x04).
 */
export type KeyKind = 'ed25519' | 'cosignature';

/** A key that signatures of notes are checked with (C2SP signed-note). */
export interface VerifierKey<Kind extends KeyKind = KeyKind> {
  /** For a log's own key, its origin: no spaces, no `+`, not empty. */
  readonly name: string;
  readonly kind: Kind;
  /** 8 lower-case hex digits: the first 4 bytes of SHA-256(name || LF || type || public key). */
  readonly keyId: string;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
}

/** Why a text is not a verifier key. */
export type VerifierKeyProblem =
  | 'verifier-key-malformed'
  | 'verifier-key-name-malformed'
  | 'verifier-key-type-unknown'
  | 'verifier-key-id-differs';

/** The length of an Ed25519 public key in bytes. */
const publicKeyLength = 32;

const typeBytes = { ed25519: 0x01, cosignature: 0x04 } as const satisfies Record<KeyKind, number>;
const longestName = 255;
const longestVerifierKey = 400;
const shape = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u;
const whiteSpaceOrControl = /[\p{White_Space}\p{Cc}]/u;

/** Whether it can name a key: 1 to 255 characters, none of them a space, a control or `+`. */
export function isKeyName(text: string): boolean {
  if (text.length === 0 || text.length > longestName || !text.isWellFormed()) return false;
  return !text.includes('+') && !whiteSpaceOrControl.test(text);
}

/**
 * The verifier key of a public key under a name.
 * @throws {MerkleFault} `key-malformed` for a name that is none, or a public key not of 32 bytes.
 */
export function verifierKeyOf<Kind extends KeyKind>(
  sha256: Sha256,
  parts: { readonly name: string; readonly kind: Kind; readonly publicKey: Uint8Array },
): VerifierKey<Kind> {
  const { name, kind, publicKey } = parts;
  if (!isKeyName(name)) throw new MerkleFault('key-malformed', `no name of a key: ${name}`);
  if (publicKey.length !== publicKeyLength) {
    throw new MerkleFault('key-malformed', `a public key of ${publicKey.length} bytes`);
  }
  return { name, kind, keyId: keyIdOf(sha256, { name, kind, publicKey }), publicKey };
}

/** The key as text: `<name>+<key ID>+<base64(type || public key)>`. */
export function formatVerifierKey(key: VerifierKey): string {
  const typed = concatBytes([Uint8Array.of(typeBytes[key.kind]), key.publicKey]);
  return `${key.name}+${key.keyId}+${toBase64(typed)}`;
}

/** Reads {@link formatVerifierKey} strictly, and holds the key ID to what it is made from. */
export function parseVerifierKey(
  sha256: Sha256,
  text: string,
): Result<VerifierKey, VerifierKeyProblem> {
  if (text.length > longestVerifierKey) return err('verifier-key-malformed');
  const [, name, keyId, encoded] = shape.exec(text) ?? [];
  const typed = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || keyId === undefined || typed === undefined) {
    return err('verifier-key-malformed');
  }
  if (!isKeyName(name)) return err('verifier-key-name-malformed');
  const kind = kindOfType(typed[0]);
  if (kind === undefined) return err('verifier-key-type-unknown');
  const publicKey = typed.slice(1);
  if (publicKey.length !== publicKeyLength) return err('verifier-key-malformed');
  const key = { name, kind, keyId, publicKey };
  return keyIdOf(sha256, key) === keyId ? ok(key) : err('verifier-key-id-differs');
}

function kindOfType(type: number | undefined): KeyKind | undefined {
  if (type === typeBytes.ed25519) return 'ed25519';
  return type === typeBytes.cosignature ? 'cosignature' : undefined;
}

function keyIdOf(sha256: Sha256, parts: Omit<VerifierKey, 'keyId'>): string {
  const type = Uint8Array.of(typeBytes[parts.kind]);
  const digest = sha256(concatBytes([utf8(`${parts.name}\n`), type, parts.publicKey]));
  return toHex(digest.subarray(0, 4));
}
