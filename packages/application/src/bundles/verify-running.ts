import {
  type Damage,
  type Verdict,
  type VerifyOptions,
  bundleOf,
  entriesName,
  parseOrigin,
  verify,
} from '@kanribo/evidence';
import type { ContractId } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import { instanceId } from '../instance/instance-log.ts';
import type { Clock, EvidenceReader, LogKey, LogReader, LogStore } from '../ports.ts';
import { type BundledLog, bundleContent, headOf } from './content.ts';

/** What verifying running data needs. */
export interface RunningTools {
  readonly store: Pick<LogStore, 'snapshot'>;
  readonly clock: Clock;
  readonly sha256: Sha256;
}

/**
 * Verifies the running data of a contract, or of the instance itself under the id `instance`: the
 * stored entries, particulars, tiles and evidence are presented to the verifier as a bundle, with
 * the stored heads as the heads that nobody has signed yet.
 * @throws {ApplicationFault} `unknown-contract`.
 */
export function verifyRunning(
  tools: RunningTools,
  contract: ContractId,
  options: Omit<VerifyOptions, 'sha256' | 'acceptsUnsigned'>,
): Promise<Verdict> {
  return tools.store.snapshot((reader) => verifyStored(tools, { reader, contract }, options));
}

/** {@link verifyRunning} on a state of the data that is held already. */
export async function verifyStored(
  { clock, sha256 }: Omit<RunningTools, 'store'>,
  {
    reader,
    contract,
  }: { readonly reader: LogReader & EvidenceReader; readonly contract: ContractId },
  options: Omit<VerifyOptions, 'sha256' | 'acceptsUnsigned'>,
): Promise<Verdict> {
  const logs: BundledLog[] = [];
  for (const key of logsOf(contract)) {
    logs.push({ key, head: await headOf(reader, key), share: 'whole' });
  }
  const instance = parseOrigin(logs[0]?.head.origin ?? '')?.instance ?? '';
  const content = bundleContent(reader, { instance, contract, madeAt: clock.now() }, logs);
  const verified = { ...options, sha256, acceptsUnsigned: true };
  const verdict = await verify(bundleOf(sha256, content), verified);
  const strays: Damage[] = [];
  for (const log of logs) strays.push(...(await straysIn(reader, log)));
  if (strays.length === 0) return verdict;
  return { ...verdict, status: 'broken', damages: [...verdict.damages, ...strays] };
}

const rowsLookedAt = 1_024;

/** Entries stored beyond a log's head: no bundle shows them, and the next append would meet them. */
async function straysIn(
  reader: LogReader,
  { key, head: { size } }: BundledLog,
): Promise<readonly Damage[]> {
  const { log } = key;
  const beyond = { from: size, to: size + rowsLookedAt };
  for await (const { length } of reader.entries(key, beyond)) {
    if (length > 0) return [{ code: 'tail-added', log, file: entriesName(log), line: size + 1 }];
  }
  return [];
}

/** The logs that are verified together: a contract's, and the instance's that its anchors state. */
function logsOf(contract: ContractId): readonly LogKey[] {
  const own: LogKey = { contractId: instanceId, log: 'instance' };
  if (contract === instanceId) return [own];
  return [{ contractId: contract, log: 'register' }, { contractId: contract, log: 'access' }, own];
}
