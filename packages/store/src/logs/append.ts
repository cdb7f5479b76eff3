import type { AppendGroup, LogKey } from '@kanribo/application';
import type { ClientBase } from 'pg';
import { binaryArray, elementType } from '../binary-array.ts';
import { type Parameter, changedBy, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';

function smallint(value: number): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function bigint(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

function parametersOf({ contractId, log }: LogKey, group: AppendGroup): readonly Parameter[] {
  const { expectedSize, root, entries, tiles, origin } = group;
  const particulars = entries.map((entry) => entry.particulars);
  const { bytea, bigint: int8, smallint: int2, text } = elementType;
  return [
    contractId,
    log,
    expectedSize,
    Buffer.from(root),
    binaryArray(
      text,
      entries.map(({ entry }) => entry),
    ),
    binaryArray(
      bytea,
      particulars.map((given) => given?.salt ?? null),
    ),
    binaryArray(
      text,
      particulars.map((given) => given?.text ?? null),
    ),
    binaryArray(
      int2,
      tiles.map(({ level }) => smallint(level)),
    ),
    binaryArray(
      int8,
      tiles.map(({ index }) => bigint(index)),
    ),
    binaryArray(
      bytea,
      tiles.map(({ hashes }) => hashes),
    ),
    origin ?? null,
  ];
}

/**
 * What a statement of its own is for: an entry by itself that completes no tile, as nearly every
 * append of a log that one person writes. Without arrays, tiles and rows to give back it takes a
 * fifth less time.
 */
function oneEntryOf(group: AppendGroup): AppendGroup['entries'][number] | undefined {
  const [only, ...others] = group.entries;
  const { tiles, origin } = group;
  return others.length === 0 && tiles.length === 0 && origin === undefined ? only : undefined;
}

function parametersOfOne(
  { contractId, log }: LogKey,
  { expectedSize, root }: AppendGroup,
  { entry, particulars }: AppendGroup['entries'][number],
): readonly Parameter[] {
  const salt = particulars === null ? null : Buffer.from(particulars.salt);
  const head = [contractId, log, expectedSize, Buffer.from(root)];
  return [...head, entry, salt, particulars?.text ?? null];
}

async function isAppended(client: ClientBase, key: LogKey, group: AppendGroup): Promise<boolean> {
  const one = oneEntryOf(group);
  if (one !== undefined) {
    const values = parametersOfOne(key, group, one);
    return (await changedBy(client, statements.appendOne, values)) === 1;
  }
  return (await rowsOf(client, statements.append, parametersOf(key, group))).length === 1;
}

/**
 * Adds a group to a log in one statement, durably, or not at all.
 * @throws {StoreFault}
 */
export async function append(
  client: ClientBase,
  key: LogKey,
  group: AppendGroup,
): Promise<'appended' | 'conflict'> {
  return (await isAppended(client, key, group)) ? 'appended' : 'conflict';
}
