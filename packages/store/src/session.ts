import type { ClientBase, QueryArrayResult } from 'pg';
import type { Row } from './columns.ts';
import { faultOf } from './fault.ts';
import type { Statement } from './sql/statements.ts';

/** What a statement's parameters may be; a `Buffer` goes over in binary. */
export type Parameter = string | number | Buffer | null;

/**
 * The rows a statement gives; it is prepared once per connection.
 * @throws {StoreFault}
 */
export async function rowsOf(
  client: ClientBase,
  statement: Statement,
  values: readonly Parameter[] = [],
): Promise<readonly Row[]> {
  return (await resultOf(client, statement, values)).rows;
}

/**
 * How many rows a statement that gives none has changed.
 * @throws {StoreFault}
 */
export async function changedBy(
  client: ClientBase,
  statement: Statement,
  values: readonly Parameter[],
): Promise<number> {
  return (await resultOf(client, statement, values)).rowCount ?? 0;
}

async function resultOf(
  client: ClientBase,
  { name, text }: Statement,
  values: readonly Parameter[],
): Promise<QueryArrayResult> {
  try {
    return await client.query({ name, text, values: [...values], rowMode: 'array' });
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * The first row a statement gives, or undefined when there is none.
 * @throws {StoreFault}
 */
export async function firstRowOf(
  client: ClientBase,
  statement: Statement,
  values: readonly Parameter[] = [],
): Promise<Row | undefined> {
  return (await rowsOf(client, statement, values))[0];
}

/**
 * Runs text that gives nothing: one or more statements without parameters.
 * @throws {StoreFault}
 */
export async function run(client: ClientBase, text: string): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * Runs `use` within a transaction that `begin` opens. When it throws, the transaction is left open:
 * the connection is to be closed.
 */
export async function within<T>(
  client: ClientBase,
  begin: 'BEGIN' | 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  use: () => Promise<T>,
): Promise<T> {
  await run(client, begin);
  const result = await use();
  await run(client, 'COMMIT');
  return result;
}
