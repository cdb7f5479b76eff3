import { Map } from 'immutable';

/**
 * A table from text keys to values that never changes: `set` and `delete` answer a new table that
 * shares its structure with the old one, so every version of a contract's state is a value.
 *
 * The order of keys, entries and values is the same for the same history of sets and deletes and
 * otherwise not promised: sort where order matters.
 */
export interface Table<V> extends Iterable<readonly [string, V]> {
  readonly size: number;
  get(key: string): V | undefined;
  has(key: string): boolean;
  set(key: string, value: V): Table<V>;
  delete(key: string): Table<V>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<V>;
  entries(): IterableIterator<readonly [string, V]>;
}

/** A table with nothing in it. */
export function emptyTable<V>(): Table<V> {
  return Map<string, V>();
}
