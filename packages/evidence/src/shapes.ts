import { type JsonObject, type JsonValue, fromBase64 } from '@kanribo/kernel';

type Unread = JsonValue | undefined;

/** Whether the object has exactly this many keys; each of them is then looked at by name. */
export const hasKeyCount = (value: JsonObject, count: number): boolean =>
  Object.keys(value).length === count;

/** A sequence, a size or an ordinal: a whole number from 0 to 2^53 − 1. */
export const isIndex = (value: Unread): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** The id of a person or thing, or a code: visible ASCII, at most 128 characters. */
export const isToken = (value: Unread): value is string =>
  typeof value === 'string' && tokenShape.test(value);

/** A SHA-256 in lower-case hex. */
export const isDigest = (value: Unread): value is string =>
  typeof value === 'string' && digestShape.test(value);

/** A root: base64 of 32 bytes, in its one spelling. */
export const isRoot = (value: Unread): value is string =>
  typeof value === 'string' && fromBase64(value)?.length === rootLength;

const tokenShape = /^[\x21-\x7e]{1,128}$/;
const digestShape = /^[0-9a-f]{64}$/;
const rootLength = 32;
