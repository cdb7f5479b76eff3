import type { BundleContent, LogContent } from '@kanribo/evidence';
import type { ContractId, Moment } from '@kanribo/kernel';
import { ApplicationFault } from '../application-fault.ts';
import { nameOf } from '../ledger/log-access.ts';
import type { EvidenceReader, Head, LogKey, LogReader } from '../ports.ts';

/** What a bundle says about itself. */
export interface BundleTitle {
  readonly instance: string;
  readonly contract: ContractId;
  readonly madeAt: Moment;
}

/** A log for a bundle, at a head it has or had. */
export interface BundledLog {
  readonly key: LogKey;
  readonly head: Head;
  readonly signed?: { readonly note: string; readonly verifierKey: string };
  /** Whether its entries are in the bundle, or its signed head alone. */
  readonly share: 'whole' | 'checkpoint';
}

/** The content of a bundle, read from one state of the data. */
export function bundleContent(
  reader: LogReader & EvidenceReader,
  title: BundleTitle,
  logs: readonly BundledLog[],
): BundleContent {
  return {
    ...title,
    logs: logs.map((log) => logContent(reader, log)),
    evidence: (digest) => reader.evidence(title.contract, digest),
  };
}

function logContent(reader: LogReader, { key, head, signed, share }: BundledLog): LogContent {
  const { origin, size, root } = head;
  const stated = { log: key.log, origin, size, root, ...(signed !== undefined && { signed }) };
  if (share === 'checkpoint') return stated;
  return {
    ...stated,
    reader: {
      entries: (range) => reader.entries(key, range),
      particulars: (range) => reader.particulars(key, range),
      tile: (position) => reader.tile(key, position),
    },
  };
}

/**
 * The head a log has.
 * @throws {ApplicationFault} `unknown-contract` when there is no such log.
 */
export async function headOf(reader: LogReader, key: LogKey): Promise<Head> {
  const head = await reader.head(key);
  if (head !== undefined) return head;
  throw new ApplicationFault('unknown-contract', `there is no ${nameOf(key)}`);
}
