import { type KeyObject, createSecretKey, randomBytes } from 'node:crypto';
import {
  type JsonObject,
  type Result,
  canonicalText,
  err,
  fromBase64,
  isJsonObject,
  ok,
  toBase64,
} from '@kanribo/kernel';
import { formatChecked, parseChecked } from './checked-json.ts';
import { KeysFault } from './keys-fault.ts';
import {
  type Argon2Cost,
  type PassphraseRefusal,
  argon2Cost,
  freshSalt,
  parseArgon2Cost,
  parsePassphrase,
  passphraseKey,
} from './passphrase.ts';
import { type Sealed, parseSealed, seal, unseal } from './sealed.ts';

/** What the root key is kept under: a passphrase, or nothing but the rights of its file (demo). */
export type Protection =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'file' };

/** Why the root key is not handed out. Nothing tells how far a wrong passphrase is off. */
export type UnlockRefusal =
  | { readonly code: 'passphrase-needed' }
  | { readonly code: 'passphrase-wrong' };

type StoredRoot =
  | { readonly kind: 'file'; readonly key: Uint8Array }
  | {
      readonly kind: 'passphrase';
      readonly cost: Argon2Cost;
      readonly salt: Uint8Array;
      readonly root: Sealed;
    };

/**
 * A fresh random 256-bit root key, and the bytes of the `root.json` that keeps it.
 * Refuses a passphrase that is too short.
 */
export async function createRoot(
  protection: Protection,
): Promise<Result<{ readonly root: KeyObject; readonly file: Uint8Array }, PassphraseRefusal>> {
  const key = randomBytes(32);
  try {
    const content = await protect(key, protection);
    if (!content.ok) return content;
    const file = formatChecked({ format: 1, ...content.value });
    return ok({ root: createSecretKey(key), file });
  } finally {
    key.fill(0);
  }
}

async function protect(
  key: Uint8Array,
  protection: Protection,
): Promise<Result<JsonObject, PassphraseRefusal>> {
  if (protection.kind === 'file') return ok({ protection: 'file', key: toBase64(key) });
  const passphrase = parsePassphrase(protection.passphrase);
  if (!passphrase.ok) return passphrase;
  const salt = freshSalt();
  const wrapping = await passphraseKey(passphrase.value, salt, argon2Cost);
  const root = seal(wrapping, wrapPurpose(argon2Cost, salt), key);
  wrapping.fill(0);
  return ok({
    protection: 'passphrase',
    argon2id: { ...argon2Cost },
    salt: toBase64(salt),
    root: { ...root },
  });
}

/**
 * The root key out of the bytes of `root.json`. A passphrase given for a root key that has none is
 * not looked at.
 * @throws {KeysFault} `root-damaged` where the file is missing or a byte is not as it was written.
 */
export async function unlockRoot(
  file: Uint8Array | undefined,
  passphrase: string | undefined,
): Promise<Result<KeyObject, UnlockRefusal>> {
  const stored = file === undefined ? undefined : parseRoot(file);
  if (stored === undefined)
    throw new KeysFault('root-damaged', 'root.json is not as it was written');
  const key = stored.kind === 'file' ? ok(stored.key) : await unwrap(stored, passphrase);
  if (!key.ok) return key;
  try {
    return ok(createSecretKey(key.value));
  } finally {
    key.value.fill(0);
  }
}

async function unwrap(
  stored: StoredRoot & { readonly kind: 'passphrase' },
  text: string | undefined,
): Promise<Result<Uint8Array, UnlockRefusal>> {
  if (text === undefined) return err({ code: 'passphrase-needed' });
  const passphrase = parsePassphrase(text);
  if (!passphrase.ok) return err({ code: 'passphrase-wrong' });
  const wrapping = await passphraseKey(passphrase.value, stored.salt, stored.cost);
  const key = unseal(wrapping, wrapPurpose(stored.cost, stored.salt), stored.root);
  wrapping.fill(0);
  return key?.length === 32 ? ok(key) : err({ code: 'passphrase-wrong' });
}

const wrapPurpose = (cost: Argon2Cost, salt: Uint8Array): string =>
  `kanribo/keys/1 root ${canonicalText({ ...cost, salt: toBase64(salt) })}`;

function parseRoot(file: Uint8Array): StoredRoot | undefined {
  const content = parseChecked(file);
  if (content === undefined || content['format'] !== 1) return undefined;
  const { format: _, protection, ...rest } = content;
  if (protection === 'file') return parseUnwrapped(rest);
  return protection === 'passphrase' ? parseWrapped(rest) : undefined;
}

function parseUnwrapped(content: JsonObject): StoredRoot | undefined {
  const { key, ...rest } = content;
  const bytes = typeof key === 'string' ? fromBase64(key) : undefined;
  if (bytes?.length !== 32 || Object.keys(rest).length > 0) return undefined;
  return { kind: 'file', key: bytes };
}

function parseWrapped(content: JsonObject): StoredRoot | undefined {
  const { argon2id, salt, root, ...rest } = content;
  if (!isJsonObject(argon2id) || typeof salt !== 'string' || !isJsonObject(root)) return undefined;
  const cost = parseArgon2Cost(argon2id);
  const saltBytes = fromBase64(salt);
  const sealed = parseSealed(root);
  if (cost === undefined || saltBytes?.length !== 16 || sealed === undefined) return undefined;
  if (Object.keys(rest).length > 0) return undefined;
  return { kind: 'passphrase', cost, salt: saltBytes, root: sealed };
}
