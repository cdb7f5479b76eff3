import { commitParticulars } from '@kanribo/evidence';
import { type JsonObject, isJsonObject, parseCanonical } from '@kanribo/kernel';
import { ApplicationFault } from '../application-fault.ts';
import { readEntry } from '../ledger/fold.ts';
import { nameOf } from '../ledger/log-access.ts';
import type { LogReader, StoredParticulars } from '../ports.ts';
import type { ContractLogs } from './contract-logs.ts';
import type { DomainTypes } from './domain.ts';
import type { Sha256 } from '@kanribo/merkle';

/** Names, addresses and remarks of an entry, as far as they are there. */
export type Particulars =
  | { readonly status: 'known'; readonly values: JsonObject }
  /** Erased, as the entry `by` says. */
  | { readonly status: 'erased'; readonly by: number }
  /** The entry never had any. */
  | { readonly status: 'none' };

/**
 * The particulars of one entry of a register, held to their commitment.
 * @throws {ApplicationFault} `corrupt` where they do not match the entry, or are gone although no
 * entry says they were erased.
 */
export async function particularsOf<D extends DomainTypes>(
  { store, sha256 }: { readonly store: LogReader; readonly sha256: Sha256 },
  logs: ContractLogs<D>,
  sequence: number,
): Promise<Particulars> {
  const commitment = await commitmentOf(store, logs, sequence);
  if (commitment === null) return { status: 'none' };
  const stored = await storedParticulars(store, logs, sequence);
  const by = logs.erasures.get(sequence);
  if (by !== undefined) return { status: 'erased', by };
  const values = stored && valuesOf(stored);
  if (stored !== undefined && values !== undefined) {
    if (commitParticulars(sha256, stored) === commitment) return { status: 'known', values };
  }
  const where = `entry ${sequence} of the ${nameOf(logs.registerKey)}`;
  const what = stored === undefined ? 'are gone without an erasure' : 'are not the committed ones';
  throw new ApplicationFault('corrupt', `the particulars of ${where} ${what}`);
}

async function commitmentOf<D extends DomainTypes>(
  store: LogReader,
  { registerKey }: ContractLogs<D>,
  sequence: number,
): Promise<string | null> {
  const range = { from: sequence, to: sequence + 1 };
  for await (const [bytes] of store.entries(registerKey, range)) {
    if (bytes !== undefined) return readEntry(bytes, sequence, registerKey).particulars;
  }
  return null;
}

/** What is stored beside one entry. */
export async function storedParticulars<D extends DomainTypes>(
  store: LogReader,
  { registerKey }: ContractLogs<D>,
  sequence: number,
): Promise<StoredParticulars | undefined> {
  const range = { from: sequence, to: sequence + 1 };
  for await (const [particulars] of store.particulars(registerKey, range)) {
    if (particulars !== undefined) return particulars;
  }
  return undefined;
}

function valuesOf({ text }: StoredParticulars): JsonObject | undefined {
  const parsed = parseCanonical(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}
