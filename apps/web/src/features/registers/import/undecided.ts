import type { Verdict } from './use-check.ts';

/** Whether a row says what a line or another row says, and nobody has decided to take it yet. */
export const isUndecided = (
  verdict: Verdict | undefined,
  knowing: ReadonlySet<number>,
  line: number,
): boolean => (verdict?.repeats ?? null) !== null && !knowing.has(line);
