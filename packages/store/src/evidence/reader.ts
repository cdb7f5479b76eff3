import { createHash } from 'node:crypto';
import type { EvidenceReader } from '@kanribo/application';
import type { ContractId } from '@kanribo/kernel';
import { bytesIn, integerIn } from '../columns.ts';
import { StoreFault } from '../fault.ts';
import type { Lend } from '../logs/reader.ts';
import { firstRowOf, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';
import { type ChunkPlace, openChunk } from './chunk.ts';

/** The 32 bytes under which a contract's evidence is encrypted. */
export type EvidenceKey = (contractId: ContractId) => Promise<Uint8Array>;

const digestShape = /^[0-9a-f]{64}$/;

/** Reads evidence over connections that `lend` gives. */
export function evidenceReader(lend: Lend, evidenceKey: EvidenceKey): EvidenceReader {
  return {
    evidence: async (contractId, digest) => {
      if (!digestShape.test(digest)) return undefined;
      const values = [contractId, Buffer.from(digest, 'hex')];
      const end = await lend((client) => firstRowOf(client, statements.readEvidenceEnd, values));
      if (end === undefined || end[0] === null) return undefined;
      return chunksOf(lend, await evidenceKey(contractId), {
        contractId,
        digest,
        lastPosition: integerIn(end, 0),
      });
    },
    evidenceDigests: async (contractId) => {
      const rows = await lend((client) => rowsOf(client, statements.listEvidence, [contractId]));
      return rows.map((row) => Buffer.from(bytesIn(row, 0)).toString('hex'));
    },
  };
}

interface Kept {
  readonly contractId: ContractId;
  readonly digest: string;
  readonly lastPosition: number;
}

async function* chunksOf(
  lend: Lend,
  key: Uint8Array,
  { contractId, digest, lastPosition }: Kept,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for (let position = 0; position <= lastPosition; position += 1) {
    const place = { contractId, digest, position, last: position === lastPosition };
    const chunk = await readChunk(lend, key, place);
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== digest) {
    throw corrupt({ contractId, digest }, 'its bytes do not have this digest');
  }
}

async function readChunk(lend: Lend, key: Uint8Array, place: ChunkPlace): Promise<Uint8Array> {
  const values = [place.contractId, Buffer.from(place.digest, 'hex'), place.position];
  const row = await lend((client) => firstRowOf(client, statements.readEvidenceChunk, values));
  if (row === undefined) throw corrupt(place, `chunk ${place.position} is missing`);
  const chunk = openChunk(key, place, bytesIn(row, 0));
  if (chunk === undefined) throw corrupt(place, `chunk ${place.position} is not what was kept`);
  return chunk;
}

function corrupt({ contractId, digest }: Omit<Kept, 'lastPosition'>, what: string): StoreFault {
  return new StoreFault('evidence-corrupt', `evidence ${digest} of ${contractId}: ${what}`);
}
