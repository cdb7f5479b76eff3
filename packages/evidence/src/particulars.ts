import {
  type CanonicalJsonProblem,
  type JsonObject,
  type Result,
  canonicalText,
  concatBytes,
  err,
  fromHex,
  isJsonObject,
  ok,
  parseCanonical,
  reusedUtf8,
  toHex,
  utf8,
} from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import { ordered } from './entry-ordered.ts';
import { hasKeyCount, isIndex } from './shapes.ts';

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

/** {@link commitParticulars} with one input buffer for all calls: for writing many entries. */
export function particularsCommitter(sha256: Sha256): (salted: SaltedParticulars) => string {
  const encode = reusedUtf8(saltLength);
  return (particulars) => {
    const { salt, text } = particulars;
    if (salt.length !== saltLength) return commitParticulars(sha256, particulars);
    const bytes = encode(text);
    bytes.set(salt);
    return toHex(sha256(bytes));
  };
}

/** The canonical JSON text of particulars, to be salted. */
export function particularsText(particulars: JsonObject): string {
  const members = ordered(particulars);
  const text = members && JSON.stringify(members);
  return text === undefined || text.includes(String.raw`\u`) ? canonicalText(particulars) : text;
}

/** Particulars as a bundle keeps them: beside the entry of that sequence. */
export interface ParticularsLine extends SaltedParticulars {
  readonly sequence: number;
}

/** Why a line does not hold particulars. */
export type ParticularsProblem =
  | CanonicalJsonProblem
  | 'particulars-too-long'
  | 'particulars-keys'
  | 'particulars-not-object'
  | 'particulars-salt'
  | 'particulars-sequence';

/** One line of particulars, canonical JSON where `text` is, without its line feed. */
export function formatParticularsLine({ sequence, salt, text }: ParticularsLine): string {
  return `${startOfLine}${text}${endOfLine(toHex(salt), sequence)}`;
}

/** Reads {@link formatParticularsLine} strictly. */
export function parseParticularsLine(line: string): Result<ParticularsLine, ParticularsProblem> {
  const parsed = parseCanonical(line);
  if (!parsed.ok) return parsed;
  if (!isJsonObject(parsed.value) || !hasKeyCount(parsed.value, 3)) return err('particulars-keys');
  const { particulars, salt, sequence } = parsed.value;
  if (!isJsonObject(particulars)) return err('particulars-not-object');
  if (!isIndex(sequence)) return err('particulars-sequence');
  const saltBytes = typeof salt === 'string' ? fromHex(salt) : undefined;
  if (typeof salt !== 'string' || saltBytes?.length !== saltLength) return err('particulars-salt');
  // The line is canonical, so what stands between its two ends is the particulars' canonical text.
  const text = line.slice(startOfLine.length, -endOfLine(salt, sequence).length);
  return ok({ sequence, salt: saltBytes, text });
}

const startOfLine = '{"particulars":';
const endOfLine = (salt: string, sequence: number): string =>
  `,"salt":"${salt}","sequence":${sequence}}`;
