import { err, fromBase64, ok, toBase64, type Result } from '@kanribo/kernel';
import { hashLength, requireHash } from './hash.ts';
import { MerkleFault } from './merkle-fault.ts';

/** The most hashes a proof is read with; a tree of 2^53 − 1 leaves needs 54. */
export const mostProofHashes = 63;

const hashTextLength = 44;

/**
 * A consistency proof as text: one base64 hash a line, each ending in LF; at most 63.
 * @throws {MerkleFault} `proof-malformed` for more, `hash-malformed`.
 */
export function formatConsistencyProof(proof: readonly Uint8Array[]): string {
  if (proof.length > mostProofHashes) {
    throw new MerkleFault('proof-malformed', `a proof of ${proof.length} hashes`);
  }
  return proof.map(hashLine).join('');
}

/** Reads {@link formatConsistencyProof} strictly. */
export function parseConsistencyProof(
  text: string,
): Result<readonly Uint8Array[], 'consistency-proof-malformed'> {
  if (text === '') return ok([]);
  if (!text.endsWith('\n')) return err('consistency-proof-malformed');
  const proof = parseHashLines(text.slice(0, -1).split('\n', mostProofHashes + 1));
  return proof === undefined ? err('consistency-proof-malformed') : ok(proof);
}

/**
 * A hash as a line of a proof.
 * @throws {MerkleFault} `hash-malformed`.
 */
export function hashLine(hash: Uint8Array): string {
  requireHash(hash);
  return `${toBase64(hash)}\n`;
}

/** The hashes of a proof's lines; undefined for more than 63 lines or one that is no hash. */
export function parseHashLines(lines: readonly string[]): readonly Uint8Array[] | undefined {
  if (lines.length > mostProofHashes) return undefined;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    if (line.length !== hashTextLength) return undefined;
    const hash = fromBase64(line);
    if (hash?.length !== hashLength) return undefined;
    hashes.push(hash);
  }
  return hashes;
}
