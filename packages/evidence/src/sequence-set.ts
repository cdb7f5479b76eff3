/** A set of sequences that costs a bit each where they lie close together. */
export class SequenceSet implements Iterable<number> {
  readonly #words = new Map<number, number>();
  #size = 0;

  /** How many sequences are in the set. */
  get size(): number {
    return this.#size;
  }

  add(sequence: number): void {
    if (this.has(sequence)) return;
    const word = wordOf(sequence);
    this.#words.set(word, (this.#words.get(word) ?? 0) | bitOf(sequence));
    this.#size += 1;
  }

  has(sequence: number): boolean {
    return ((this.#words.get(wordOf(sequence)) ?? 0) & bitOf(sequence)) !== 0;
  }

  delete(sequence: number): void {
    if (!this.has(sequence)) return;
    const word = wordOf(sequence);
    this.#words.set(word, (this.#words.get(word) ?? 0) & ~bitOf(sequence));
    this.#size -= 1;
  }

  /** The sequences, ascending within each run in which they were added in order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [word, bits] of this.#words) {
      for (let bit = 0; bit < wordBits; bit += 1) {
        if ((bits & (1 << bit)) !== 0) yield word * wordBits + bit;
      }
    }
  }
}

const wordBits = 32;
const wordOf = (sequence: number): number => Math.floor(sequence / wordBits);
const bitOf = (sequence: number): number => 1 << (sequence % wordBits);
