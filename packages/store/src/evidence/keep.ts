import { createHash } from 'node:crypto';
import type { ContractId } from '@kanribo/kernel';
import type { ClientBase } from 'pg';
import { StoreFault } from '../fault.ts';
import { firstRowOf, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';
import { chunkBytes, sealChunk } from './chunk.ts';

/** The largest evidence that is kept: it is held in memory until its digest is known. */
export const largestEvidenceBytes = 64 * 1024 * 1024;

/** Evidence as it came in, with its SHA-256 in lower-case hex. */
export interface Evidence {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/**
 * Takes in all bytes of a stream.
 * @throws {StoreFault} `evidence-too-large` above 64 MiB, and whatever the stream throws.
 */
export async function takeIn(stream: AsyncIterable<Uint8Array>): Promise<Evidence> {
  const parts: Uint8Array[] = [];
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > largestEvidenceBytes) {
      const limit = largestEvidenceBytes / chunkBytes;
      throw new StoreFault('evidence-too-large', `evidence larger than ${limit} MiB is not kept`);
    }
    hash.update(part);
    parts.push(Uint8Array.from(part));
  }
  return { bytes: Buffer.concat(parts), digest: hash.digest('hex') };
}

/**
 * Keeps evidence chunk by chunk, within the caller's transaction; evidence that is there already is
 * left as it is.
 * @throws {StoreFault}
 */
export async function keepEvidence(
  client: ClientBase,
  { contractId, key }: { readonly contractId: ContractId; readonly key: Uint8Array },
  { bytes, digest }: Evidence,
): Promise<void> {
  const name = Buffer.from(digest, 'hex');
  const known = await firstRowOf(client, statements.readEvidenceEnd, [contractId, name]);
  if (known !== undefined && known[0] !== null) return;
  const lastPosition = Math.max(0, Math.ceil(bytes.length / chunkBytes) - 1);
  for (let position = 0; position <= lastPosition; position += 1) {
    const plain = bytes.subarray(position * chunkBytes, (position + 1) * chunkBytes);
    const place = { contractId, digest, position, last: position === lastPosition };
    const values = [contractId, name, position, sealChunk(key, place, plain)];
    await rowsOf(client, statements.keepEvidenceChunk, values);
  }
}
