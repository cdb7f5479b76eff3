/** What a benchmark answers: ratios against a limit or a peer of the same run, and raw figures. */
export interface Report {
  readonly bench: string;
  readonly ratios: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
}

/** The middle one of some numbers. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted[middle - 1] ?? upper;
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** Milliseconds that something takes. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The number with three significant digits: more would pretend to be exact. */
export const rough = (value: number): number => Number(value.toPrecision(3));
