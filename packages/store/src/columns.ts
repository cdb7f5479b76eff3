import { StoreFault } from './fault.ts';

/** A row of an answer, its columns in the statement's order. */
export type Row = readonly unknown[];

function wrong(row: Row, column: number, kind: string): StoreFault {
  const found = typeof row[column];
  return new StoreFault('corrupt', `column ${column} of an answer is a ${found}, not a ${kind}`);
}

/** The text in a column. */
export function textIn(row: Row, column: number): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw wrong(row, column, 'text');
}

/** The text in a column that may be empty (NULL). */
export const textOrNullIn = (row: Row, column: number): string | null =>
  row[column] === null ? null : textIn(row, column);

/** The bytes in a column. */
export function bytesIn(row: Row, column: number): Uint8Array {
  const value = row[column];
  if (value instanceof Uint8Array) return value;
  throw wrong(row, column, 'bytes');
}

/** The whole number in a column; bigint columns arrive as decimal text. */
export function integerIn(row: Row, column: number): number {
  const value = row[column];
  const integer = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof integer === 'number' && Number.isSafeInteger(integer)) return integer;
  throw wrong(row, column, 'whole number');
}

/** The truth value in a column. */
export function booleanIn(row: Row, column: number): boolean {
  const value = row[column];
  if (typeof value === 'boolean') return value;
  throw wrong(row, column, 'truth value');
}
