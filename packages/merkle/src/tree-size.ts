import { MerkleFault } from './merkle-fault.ts';

/** The largest size or index this package counts to: 2^53 − 1, far beyond any log. */
export const maximumSize = Number.MAX_SAFE_INTEGER;

const decimal = /^(?:0|[1-9][0-9]{0,15})$/;

/** The number written in decimal without leading zeros; undefined for all else, or above 2^53 − 1. */
export function parseSize(text: string): number | undefined {
  if (!decimal.test(text)) return undefined;
  const size = Number(text);
  return Number.isSafeInteger(size) ? size : undefined;
}

/** Whether it can be a size or an index: a whole number from 0 to 2^53 − 1. */
export const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * Holds a caller to sizes that can be.
 * @throws {MerkleFault} `size-out-of-range` unless {@link isSize}.
 */
export function requireSize(value: number): void {
  if (!isSize(value)) throw new MerkleFault('size-out-of-range', `${value} is not a size`);
}

/** Half of it, rounded down; bit shifts would cut numbers at 32 bits. */
export const half = (value: number): number => Math.floor(value / 2);

/** Whether its lowest bit is set. */
export const isOdd = (value: number): boolean => value % 2 === 1;
