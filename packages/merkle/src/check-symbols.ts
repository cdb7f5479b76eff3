/**
 * Two check symbols over GF(32), for codes that people type.
 *
 * Symbols are coefficients of a polynomial over GF(32) = GF(2)[a]/(a⁵ + a² + 1), the first of the
 * highest degree and a 1 before it; the check symbols make it divisible by x² + x + (a + 1). That
 * is primitive: x has order 1023 modulo it, so for up to 1023 symbols one false symbol, two
 * exchanged neighbours and any two false symbols that do not stand a multiple of 33 apart are
 * always caught, wherever they are; any other slip 1023 times in 1024.
 */
export function checkSymbolsOf(symbols: readonly number[]): readonly [number, number] {
  return remainderOf([...symbols, 0, 0]);
}

/** Whether the last two symbols are the check symbols of those before them. */
export function isChecked(symbols: readonly number[]): boolean {
  const [high, low] = remainderOf(symbols);
  return high === 0 && low === 0;
}

function remainderOf(symbols: readonly number[]): readonly [number, number] {
  let high = 0;
  let low = 1;
  for (const symbol of symbols) {
    // x² = x + (a + 1): the coefficient pushed out at the top comes back into both.
    const wrapped = timesA(high) ^ high;
    high ^= low;
    low = symbol ^ wrapped;
  }
  return [high, low];
}

function timesA(element: number): number {
  const doubled = element << 1;
  return doubled < 32 ? doubled : doubled ^ 0b100101;
}
