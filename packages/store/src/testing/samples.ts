import type { AppendGroup, LogKey, LogReader, NewEntry } from '@kanribo/application';
import { type ContractId, parseContractId } from '@kanribo/kernel';

let contracts = 0;

/** The id of a contract no other test of this file uses. */
export function newContractId(): ContractId {
  contracts += 1;
  return contractIdOf(`contract-${contracts}`);
}

/** The contract id of a text. */
export function contractIdOf(text: string): ContractId {
  const parsed = parseContractId(text);
  if (parsed.ok) return parsed.value;
  throw new RangeError(`${text}: ${parsed.error}`);
}

/** The register of a contract no other test of this file uses. */
export function newKey(): LogKey {
  return { contractId: newContractId(), log: 'register' };
}

/** Entries without particulars, one for each text. */
function entriesFrom(texts: readonly string[]): readonly NewEntry[] {
  return texts.map((entry) => ({ entry, particulars: null }));
}

/** A root as recognisable as it is wrong: the store does not work out roots. */
export function rootOf(fill: number): Uint8Array {
  return new Uint8Array(32).fill(fill);
}

/** A group of such entries, its root made of the size it leads to. */
export function groupOf(expectedSize: number, texts: readonly string[]): AppendGroup {
  const root = rootOf(expectedSize + texts.length);
  return { expectedSize, root, entries: entriesFrom(texts), tiles: [] };
}

/** All entries of a log below `to`, as texts. */
export async function textsOf(
  reader: LogReader,
  key: LogKey,
  to: number,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const batch of reader.entries(key, { from: 0, to })) {
    texts.push(...batch.map((bytes) => Buffer.from(bytes).toString()));
  }
  return texts;
}

/** What an iterable gives, all of it. */
export async function collect<T>(iterable: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of iterable) all.push(one);
  return all;
}
