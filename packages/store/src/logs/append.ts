import type { AppendGroup, LogKey } from '@kanribo/application';
import type { ClientBase } from 'pg';
import { binaryArray, elementType } from '../binary-array.ts';
import { type Parameter, rowsOf } from '../session.ts';
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
 * Adds a group to a log in one statement, durably, or not at all.
 * @throws {StoreFault}
 */
export async function append(
  client: ClientBase,
  key: LogKey,
  group: AppendGroup,
): Promise<'appended' | 'conflict'> {
  const rows = await rowsOf(client, statements.append, parametersOf(key, group));
  return rows.length === 1 ? 'appended' : 'conflict';
}
