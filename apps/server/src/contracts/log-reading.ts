import type { LogReader } from '@kanribo/application';
import { textOf } from '@kanribo/domain';
import { type ContractId, isJsonObject, toHex } from '@kanribo/kernel';
import {
  type Sha256,
  type Tree,
  inclusionProof,
  leafHash,
  restoreTree,
  rootOf,
  tileWidth,
  treeReader,
} from '@kanribo/merkle';
import type { Parts } from '../parts.ts';

const registerOf = (contractId: ContractId) => ({ contractId, log: 'register' }) as const;

/** Bytes of entries of the register, `from` inclusive, `to` exclusive, as far as they are there. */
async function registerEntries(
  reader: Pick<LogReader, 'entries'>,
  contract: ContractId,
  range: { readonly from: number; readonly to: number },
): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  if (range.from >= range.to) return entries;
  for await (const batch of reader.entries(registerOf(contract), range)) entries.push(...batch);
  return entries;
}

/** Entries of the register before one, and how many there are in all, from one state of the data. */
export function entriesBefore(
  { store }: Pick<Parts, 'store'>,
  contract: ContractId,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
) {
  return store.snapshot(async (reader) => {
    const size = (await reader.head(registerOf(contract)))?.size ?? 0;
    const to = Math.min(before ?? size, size);
    const from = Math.max(0, to - limit);
    const entries = await registerEntries(reader, contract, { from, to });
    return { from, entries };
  });
}

/** The origin the register stands under now. */
export async function originOf(
  { store }: Pick<Parts, 'store'>,
  contract: ContractId,
): Promise<string | undefined> {
  return store.snapshot(async (reader) => (await reader.head(registerOf(contract)))?.origin);
}

/** An entry with its inclusion proof against the head of now; undefined where there is none. */
export function provenEntry(
  { store, sha256 }: Pick<Parts, 'store' | 'sha256'>,
  contract: ContractId,
  sequence: number,
) {
  return store.snapshot(async (reader) => {
    const size = (await reader.head(registerOf(contract)))?.size ?? 0;
    if (sequence >= size) return undefined;
    const place = { from: sequence, to: sequence + 1 };
    const [bytes] = await registerEntries(reader, contract, place);
    if (bytes === undefined) return undefined;
    const tree = await treeAt(reader, { sha256, contract, size });
    const hashes = treeReader(tree, (tile) => reader.tile(registerOf(contract), tile));
    const proof = await inclusionProof(sha256, hashes, { index: sequence, size });
    return {
      sequence,
      entry: new TextDecoder().decode(bytes),
      leafHash: toHex(leafHash(sha256, bytes)),
      treeSize: size,
      root: toHex(rootOf(sha256, tree.frontier)),
      proof: proof.map(toHex),
    };
  });
}

async function treeAt(
  reader: LogReader,
  { sha256, contract, size }: { sha256: Sha256; contract: ContractId; size: number },
): Promise<Tree> {
  const range = { from: size - (size % tileWidth), to: size };
  const tail = await registerEntries(reader, contract, range);
  return restoreTree(sha256, {
    size,
    tail: tail.map((bytes) => leafHash(sha256, bytes)),
    readFullTile: (tile) => reader.tile(registerOf(contract), tile),
  });
}

/** What a list shows of an entry's bytes. */
export function readShown(bytes: Uint8Array) {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const entry = isJsonObject(parsed) ? parsed : {};
  const { facts, sequence } = entry;
  const [recordedAt, actor] = [textOf(entry, 'recordedAt'), textOf(entry, 'actor')];
  const declaration = textOf(entry, 'declaration');
  const isWhole = isJsonObject(facts) && typeof sequence === 'number';
  if (!isWhole || recordedAt === null || actor === null || declaration === null) {
    throw new TypeError('an entry of the register is no entry');
  }
  return { sequence, recordedAt, actor, declaration, facts };
}
