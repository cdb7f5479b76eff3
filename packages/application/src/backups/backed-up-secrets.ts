import {
  type JsonObject,
  type JsonValue,
  canonicalText,
  fromBase64,
  fromUtf8,
  isJsonObject,
  parseCanonical,
  toBase64,
  utf8,
} from '@kanribo/kernel';
import type { SealedSecret } from '../accounts/ports.ts';

/** What is there for minutes only, and so in no backup. */
const passing: readonly string[] = ['challenge', 'draft'];

/** The secrets of accounts as a file of a backup. */
export function secretsFile(secrets: readonly SealedSecret[]): Uint8Array {
  const kept = secrets.filter(({ kind }) => !passing.includes(kind));
  return utf8(canonicalText({ format: 1, secrets: kept.map(secretJson) }));
}

function secretJson({ sealed, ...rest }: SealedSecret): JsonObject {
  return { ...rest, sealed: toBase64(sealed) };
}

/** Reads {@link secretsFile} strictly; undefined where it is not one. */
export function parseSecretsFile(bytes: Uint8Array): readonly SealedSecret[] | undefined {
  const parsed = parseCanonical(fromUtf8(bytes) ?? '');
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  const { format, secrets, ...rest } = parsed.value;
  if (format !== 1 || !Array.isArray(secrets) || Object.keys(rest).length > 0) return undefined;
  const read = secrets.map((secret: JsonValue) => parseSecret(secret)).filter(isThere);
  const ids = new Set(read.map(({ id }) => id));
  return read.length === secrets.length && ids.size === read.length ? read : undefined;
}

const isThere = (secret: SealedSecret | undefined): secret is SealedSecret => secret !== undefined;

function parseSecret(value: JsonValue): SealedSecret | undefined {
  if (!isJsonObject(value)) return undefined;
  const { id, account, kind, sealed, counter, madeMs, ...rest } = value;
  const bytes = typeof sealed === 'string' ? fromBase64(sealed) : undefined;
  if (typeof id !== 'string' || typeof account !== 'string' || typeof kind !== 'string') {
    return undefined;
  }
  if (bytes === undefined || !isCount(counter) || !isCount(madeMs)) return undefined;
  if (Object.keys(rest).length > 0) return undefined;
  return { id, account, kind, sealed: bytes, counter, madeMs };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
