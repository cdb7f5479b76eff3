import { err, ok, type Result } from '@kanribo/kernel';
import { fromSymbols, readSymbols, toSymbols, writeSymbols } from './base32.ts';
import type { TreeHead } from './consistency.ts';
import { hashLength, requireHash } from './hash.ts';
import { parseSize, requireSize } from './tree-size.ts';

/** Why a text is not a scanned code. */
export type ScannedCodeProblem = 'scanned-code-malformed';

const rootSymbols = 52;

/**
 * The head of a log for the QR code in a page's footer: `<size>-<whole root>`, the root as 52
 * characters of Crockford base32. Only digits, capitals and `-`, which a QR code holds in its
 * alphanumeric mode, in fewer modules than base64. No check characters: a QR code corrects itself.
 * @throws {MerkleFault} `size-out-of-range`, `hash-malformed`.
 */
export function formatScannedCode({ size, root }: TreeHead): string {
  requireSize(size);
  requireHash(root);
  return `${size}-${writeSymbols(toSymbols(root))}`;
}

/** Reads {@link formatScannedCode} strictly: only what it would write. */
export function parseScannedCode(text: string): Result<TreeHead, ScannedCodeProblem> {
  const split = text.indexOf('-');
  const rootText = text.slice(split + 1);
  const size = parseSize(text.slice(0, Math.max(split, 0)));
  if (size === undefined || rootText.length !== rootSymbols) return err('scanned-code-malformed');
  const root = fromSymbols(readSymbols(rootText) ?? []);
  if (root?.length !== hashLength || writeSymbols(toSymbols(root)) !== rootText) {
    return err('scanned-code-malformed');
  }
  return ok({ size, root });
}
