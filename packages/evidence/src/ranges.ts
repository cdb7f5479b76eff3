/** Sequences from `from` (inclusive) to `to` (exclusive). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A set of sequences as ranges, for few and long ones. */
export class Ranges implements Iterable<Range> {
  readonly #ranges: Range[] = [];

  get count(): number {
    return this.#ranges.length;
  }

  add(from: number, to: number): void {
    if (from < to) this.#ranges.push({ from, to });
  }

  has(sequence: number): boolean {
    return this.#placeOf(sequence) >= 0;
  }

  /** Takes one sequence out; false when it was not in. */
  take(sequence: number): boolean {
    const place = this.#placeOf(sequence);
    const range = this.#ranges[place];
    if (range === undefined) return false;
    const halves = [
      { from: range.from, to: sequence },
      { from: sequence + 1, to: range.to },
    ];
    this.#ranges.splice(place, 1, ...halves.filter(({ from, to }) => from < to));
    return true;
  }

  [Symbol.iterator](): Iterator<Range> {
    return this.#ranges[Symbol.iterator]();
  }

  #placeOf(sequence: number): number {
    return this.#ranges.findIndex(({ from, to }) => from <= sequence && sequence < to);
  }
}
