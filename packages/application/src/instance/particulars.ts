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

/** What stands in an entry about its particulars, and what is stored beside it. */
interface Found {
  readonly commitment: string | null;
  readonly stored: StoredParticulars | undefined;
}

/** Where entries are read, and how their particulars are committed. */
interface ReadingTools {
  readonly store: LogReader;
  readonly sha256: Sha256;
}

/**
 * The particulars of entries of a register in the order asked for, each held to its commitment.
 * Entries that stand near one another are read at once.
 * @throws {ApplicationFault} `corrupt` where they do not match the entry, or are gone although no
 * entry says they were erased.
 */
export async function particularsOf<D extends DomainTypes>(
  { store, sha256 }: ReadingTools,
  logs: ContractLogs<D>,
  sequences: readonly number[],
): Promise<readonly Particulars[]> {
  const found = new Map<number, Found>();
  for (const near of nearOnes(sequences)) {
    for (const [sequence, one] of await foundOf(store, logs, near)) found.set(sequence, one);
  }
  return sequences.map((sequence) => checked(sha256, logs, sequence, found.get(sequence)));
}

function checked<D extends DomainTypes>(
  sha256: Sha256,
  logs: ContractLogs<D>,
  sequence: number,
  found: Found | undefined,
): Particulars {
  if (found === undefined || found.commitment === null) return { status: 'none' };
  const by = logs.erasures.get(sequence);
  if (by !== undefined) return { status: 'erased', by };
  const { commitment, stored } = found;
  const values = stored && valuesOf(stored);
  if (stored !== undefined && values !== undefined) {
    if (commitParticulars(sha256, stored) === commitment) return { status: 'known', values };
  }
  const where = `entry ${sequence} of the ${nameOf(logs.registerKey)}`;
  const what = stored === undefined ? 'are gone without an erasure' : 'are not the committed ones';
  throw new ApplicationFault('corrupt', `the particulars of ${where} ${what}`);
}

/** Reading so many entries that were not asked for costs less than asking once more. */
const smallGap = 16;

/** The sequences by rising size, each once, parted where others lie between them. */
function nearOnes(sequences: readonly number[]): readonly (readonly [number, ...number[]])[] {
  const parts: [number, ...number[]][] = [];
  for (const sequence of [...new Set(sequences)].sort((left, right) => left - right)) {
    const part = parts.at(-1);
    if (part === undefined || sequence - (part.at(-1) ?? 0) > smallGap) parts.push([sequence]);
    else part.push(sequence);
  }
  return parts;
}

/** What is found at sequences that rise; particulars are read only where an entry has some. */
async function foundOf<D extends DomainTypes>(
  store: LogReader,
  { registerKey }: ContractLogs<D>,
  sequences: readonly [number, ...number[]],
): Promise<ReadonlyMap<number, Found>> {
  const [from] = sequences;
  const range = { from, to: (sequences.at(-1) ?? from) + 1 };
  const asked = new Set(sequences);
  const found = new Map<number, Found>();
  let sequence = from;
  for await (const batch of store.entries(registerKey, range)) {
    for (const bytes of batch) {
      if (asked.has(sequence)) {
        const commitment = readEntry(bytes, sequence, registerKey).particulars;
        found.set(sequence, { commitment, stored: undefined });
      }
      sequence += 1;
    }
  }
  if (![...found.values()].some(({ commitment }) => commitment !== null)) return found;
  for await (const batch of store.particulars(registerKey, range)) {
    for (const stored of batch) {
      const beside = found.get(stored.sequence);
      if (beside !== undefined) found.set(stored.sequence, { ...beside, stored });
    }
  }
  return found;
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
