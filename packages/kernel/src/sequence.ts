import { List } from 'immutable';

/**
 * A row of values that only grows and never changes: `append` answers a new sequence that shares
 * its structure with the old one.
 */
export interface Sequence<V> extends Iterable<V> {
  readonly length: number;
  /** The value at an index from 0, or from the end where it is negative. */
  at(index: number): V | undefined;
  append(value: V): Sequence<V>;
}

class ListSequence<V> implements Sequence<V> {
  readonly #list: List<V>;

  constructor(list: List<V>) {
    this.#list = list;
  }

  get length(): number {
    return this.#list.size;
  }

  at(index: number): V | undefined {
    return this.#list.get(index);
  }

  append(value: V): Sequence<V> {
    return new ListSequence(this.#list.push(value));
  }

  [Symbol.iterator](): Iterator<V> {
    return this.#list[Symbol.iterator]();
  }
}

/** A sequence with nothing in it. */
export function emptySequence<V>(): Sequence<V> {
  return new ListSequence(List<V>());
}
