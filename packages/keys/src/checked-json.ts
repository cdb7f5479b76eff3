import { createHash } from 'node:crypto';
import {
  type JsonObject,
  canonicalText,
  fromUtf8,
  isJsonObject,
  parseCanonical,
  utf8,
} from '@kanribo/kernel';

/**
 * The bytes of a small file: canonical JSON with a member `check`, the SHA-256 of the rest, and a
 * line feed. The check tells damage apart from a wrong key; it keeps nobody from writing another.
 */
export function formatChecked(content: JsonObject): Uint8Array {
  return utf8(`${canonicalText({ ...content, check: checkOf(content) })}\n`);
}

/** The content without its check; undefined where a single byte is not as it was written. */
export function parseChecked(bytes: Uint8Array): JsonObject | undefined {
  const text = fromUtf8(bytes);
  if (text?.endsWith('\n') !== true) return undefined;
  const parsed = parseCanonical(text.slice(0, -1));
  if (!parsed.ok || !isJsonObject(parsed.value)) return undefined;
  const { check, ...content } = parsed.value;
  return check === checkOf(content) ? content : undefined;
}

const checkOf = (content: JsonObject): string =>
  createHash('sha256')
    .update(utf8(canonicalText(content)))
    .digest('hex');
