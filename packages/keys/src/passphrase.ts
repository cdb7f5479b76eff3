import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { type JsonObject, type Result, err, ok, utf8 } from '@kanribo/kernel';

/** The fewest characters (Unicode code points after NFKC) a passphrase has. */
export const shortestPassphrase = 12;

/** Why a passphrase is not taken. */
export type PassphraseRefusal =
  | { readonly code: 'passphrase-too-short'; readonly fewestCharacters: number }
  /** It holds half of a character (a lone surrogate), so it could not be typed again. */
  | { readonly code: 'passphrase-malformed' };

/** Costs of argon2id (RFC 9106): memory in KiB, passes over it, lanes. */
export interface Argon2Cost {
  readonly memoryKibibytes: number;
  readonly passes: number;
  readonly lanes: number;
}

/** RFC 9106 §4, second recommended option, with one lane: 64 MiB, three passes. */
export const argon2Cost: Argon2Cost = { memoryKibibytes: 65_536, passes: 3, lanes: 1 };

/**
 * The form under which a passphrase counts: NFKC, so that full-width and half-width, composed and
 * decomposed spellings of the same characters open the same directory.
 */
export function parsePassphrase(text: string): Result<string, PassphraseRefusal> {
  if (!text.isWellFormed()) return err({ code: 'passphrase-malformed' });
  const normalised = text.normalize('NFKC');
  return Array.from(normalised).length < shortestPassphrase
    ? err({ code: 'passphrase-too-short', fewestCharacters: shortestPassphrase })
    : ok(normalised);
}

/** 16 random bytes for one passphrase. */
export const freshSalt = (): Uint8Array => randomBytes(16);

/** The 256-bit key of a normalised passphrase by argon2id; the caller wipes it. */
export async function passphraseKey(
  passphrase: string,
  salt: Uint8Array,
  cost: Argon2Cost,
): Promise<Uint8Array> {
  const bytes = utf8(passphrase);
  try {
    // argon2id is this library's own default algorithm; a test compares it with node:crypto's.
    return await hashRaw(bytes, {
      memoryCost: cost.memoryKibibytes,
      timeCost: cost.passes,
      parallelism: cost.lanes,
      outputLen: 32,
      salt,
    });
  } finally {
    bytes.fill(0);
  }
}

/** Reads stored costs; undefined for any that are weaker than ours ever were, or absurd. */
export function parseArgon2Cost(value: JsonObject): Argon2Cost | undefined {
  const { memoryKibibytes, passes, lanes, ...rest } = value;
  if (!isBetween(memoryKibibytes, argon2Cost.memoryKibibytes, 4_194_304)) return undefined;
  if (!isBetween(passes, argon2Cost.passes, 64) || !isBetween(lanes, 1, 16)) return undefined;
  return Object.keys(rest).length === 0 ? { memoryKibibytes, passes, lanes } : undefined;
}

const isBetween = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
