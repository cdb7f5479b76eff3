/**
 * A table from text keys to values that never changes: `set` and `delete` answer a new table that
 * shares its content with the old one, so every version of a contract's state is a value.
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
  /**
   * A copy that its own `set` and `delete` change in place, for as long as the draft is open: no
   * version of it in between can be held. From then on it is as any other table.
   */
  draft(draft: Draft): Table<V>;
  /** A table with nothing in it, in the same draft where there is one. */
  empty<W extends Value>(): Table<W>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<V>;
  entries(): IterableIterator<readonly [string, V]>;
}

/** What a table can hold: anything but undefined, which says that there is nothing. */
type Value = object | string | number | boolean | null;

/** Tables that are changed in place together, until somebody has done so and seals them. */
export class Draft {
  #isOpen = true;

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Every version of the tables stays as it is from now on. */
  seal(): void {
    this.#isOpen = false;
  }
}

/** A table with nothing in it. */
export function emptyTable<V extends Value>(): Table<V> {
  return new VersionedTable<V>(new Map(), 0, 0);
}

/** What stands in the place of a key that was deleted: the place stays, and with it the order. */
const gone = Symbol('gone');
/** What is noted of a key that had no place at all. */
const absent = Symbol('absent');

type Place<V extends Value> = V | typeof gone;
type Content<V extends Value> = Map<string, Place<V>>;

/** How a version differs from its neighbour `next`: in this one key, which has `place` here. */
interface Difference<V extends Value> {
  readonly key: string;
  readonly place: Place<V> | typeof absent;
  readonly next: VersionedTable<V>;
}

/** With so many steps to other versions read in vain, a version takes the lead. */
const stepsBeforeLead = 1_000;
/** Fewer places of deleted keys, and fewer differences, than this are never worth a copy. */
const fewPlaces = 32;

/**
 * The versions share one map, which holds the content of one of them: the leading one, as a rule
 * the newest. Each other version says how it differs from its neighbour on the way to the leading
 * one (shallow binding, after H. Baker 1978). So reading and writing the newest version costs what
 * a map costs, and going back some versions costs as many steps; nothing refers to versions nobody
 * holds.
 */
class VersionedTable<V extends Value> implements Table<V> {
  size: number;
  /** How many places stand for keys that are deleted. */
  #gone: number;
  #content: Content<V>;
  /** Undefined while this version leads. */
  #difference: Difference<V> | undefined;
  /** How often this version stopped leading: whoever iterates over it has to notice. */
  #stops = 0;
  #steps = 0;
  readonly #draft: Draft | undefined;

  constructor(content: Content<V>, size: number, goneCount: number, draft?: Draft) {
    this.#content = content;
    this.size = size;
    this.#gone = goneCount;
    this.#draft = draft;
  }

  get(key: string): V | undefined {
    const place = this.#placeOf(key);
    return place === gone || place === absent ? undefined : place;
  }

  has(key: string): boolean {
    const place = this.#placeOf(key);
    return place !== gone && place !== absent;
  }

  set(key: string, value: V): Table<V> {
    const content = this.#lead();
    const isDraft = this.#draft?.isOpen === true;
    if (isDraft && this.#gone === 0) return this.#become(content.set(key, value), content.size, 0);
    const before = placeIn(content, key);
    if (before === value) return this;
    content.set(key, value);
    const size = before === gone || before === absent ? this.size + 1 : this.size;
    const goneCount = before === gone ? this.#gone - 1 : this.#gone;
    if (isDraft) return this.#become(content, size, goneCount);
    return this.#pass(key, before, new VersionedTable(content, size, goneCount));
  }

  delete(key: string): Table<V> {
    const content = this.#lead();
    const before = placeIn(content, key);
    if (before === gone || before === absent) return this;
    const isDraft = this.#draft?.isOpen === true;
    if (this.#gone >= this.size + fewPlaces) {
      const without = this.#without(key);
      return isDraft
        ? this.#become(without, this.size - 1, 0)
        : new VersionedTable(without, this.size - 1, 0);
    }
    content.set(key, gone);
    if (isDraft) return this.#become(content, this.size - 1, this.#gone + 1);
    return this.#pass(key, before, new VersionedTable(content, this.size - 1, this.#gone + 1));
  }

  draft(draft: Draft): Table<V> {
    return new VersionedTable(new Map(this.#lead()), this.size, this.#gone, draft);
  }

  empty<W extends Value>(): Table<W> {
    return new VersionedTable<W>(new Map(), 0, 0, this.#draft);
  }

  *keys(): IterableIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): IterableIterator<readonly [string, V]> {
    let places: Iterator<readonly [string, Place<V>], unknown> = this.#lead().entries();
    const stops = this.#stops;
    let isCopied = false;
    let taken = 0;
    for (let next = places.next(); next.done !== true; next = places.next()) {
      taken += 1;
      const [key, place] = next.value;
      if (place !== gone) yield [key, place];
      if (isCopied || stops === this.#stops) continue;
      // The map went on to another version meanwhile: what is left is read from a copy.
      places = [...this.#lead()].slice(taken).values();
      isCopied = true;
    }
  }

  [Symbol.iterator](): Iterator<readonly [string, V]> {
    return this.entries();
  }

  #placeOf(key: string): Place<V> | typeof absent {
    if (this.#difference === undefined) return placeIn(this.#content, key);
    if (this.#steps > stepsBeforeLead) return placeIn(this.#lead(), key);
    let { key: name, place, next } = this.#difference;
    while (name !== key) {
      this.#steps += 1;
      if (next.#difference === undefined) return placeIn(next.#content, key);
      ({ key: name, place, next } = next.#difference);
    }
    return place;
  }

  /** Hands the lead to the version after a change of one key, which had `place` here. */
  #pass(key: string, place: Place<V> | typeof absent, next: VersionedTable<V>): Table<V> {
    this.#difference = { key, place, next };
    this.#stops += 1;
    return next;
  }

  /** The map with the content of this version, which leads from now on. */
  #lead(): Content<V> {
    if (this.#difference === undefined) return this.#content;
    const way: VersionedTable<V>[] = [];
    let leading = this.#difference.next;
    for (; leading.#difference !== undefined; leading = leading.#difference.next) way.push(leading);
    // Two long branches that are written by turns part for good instead of going back and forth.
    if (way.length > this.size + fewPlaces) leading = leading.#copy();
    for (const version of [this, ...way].reverse()) leading = version.#takeLead(leading);
    this.#steps = 0;
    return this.#content;
  }

  /** Takes the lead from the neighbour that has it. */
  #takeLead(leading: VersionedTable<V>): VersionedTable<V> {
    const content = leading.#content;
    const found = this.#difference;
    if (found === undefined) return this;
    const { key, place } = found;
    leading.#pass(key, placeIn(content, key), this);
    if (place === absent) content.delete(key);
    else content.set(key, place);
    this.#content = content;
    this.#difference = undefined;
    return this;
  }

  #copy(): VersionedTable<V> {
    return new VersionedTable(new Map(this.#content), this.size, this.#gone);
  }

  /** This table in a draft, after a change in place. */
  #become(content: Content<V>, size: number, goneCount: number): Table<V> {
    this.#content = content;
    this.size = size;
    this.#gone = goneCount;
    return this;
  }

  /** What is there without a key, in a map of its own that has no places for deleted keys. */
  #without(key: string): Content<V> {
    const content: Content<V> = new Map();
    for (const [name, place] of this.#lead()) {
      if (place !== gone && name !== key) content.set(name, place);
    }
    return content;
  }
}

function placeIn<V extends Value>(content: Content<V>, key: string): Place<V> | typeof absent {
  const place = content.get(key);
  return place === undefined ? absent : place;
}
