import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSymbolsOf, isChecked } from './check-symbols.ts';

const symbol = fc.integer({ min: 0, max: 31 });
const nonZero = Array.from({ length: 31 }, (_, place) => place + 1);
const rootSymbols = 32;
const lengths = Array.from({ length: 16 }, (_, digits) => digits + 1 + rootSymbols);

const checkedCode = (length: number): readonly number[] => {
  const symbols = Array.from({ length }, (_, place) => (place * 7 + length) % 32);
  return [...symbols, ...checkSymbolsOf(symbols)];
};

/** The code with a value added (in GF(32): exclusive or) at some places. */
const withAdded = (code: readonly number[], value: number, places: readonly number[]) =>
  code.map((original, place) => (places.includes(place) ? original ^ value : original));

test('MRK-23: whether a slip is caught does not depend on the code it is made in', () => {
  const sameLength = fc
    .integer({ min: 1, max: 48 })
    .chain((length) =>
      fc.array(fc.tuple(symbol, symbol), { minLength: length, maxLength: length }),
    );
  fc.assert(
    fc.property(sameLength, (pairs) => {
      const ones = pairs.map(([one]) => one);
      const slips = pairs.map(([, slip]) => slip);
      const changed = pairs.map(([one, slip]) => one ^ slip);
      const zeros = pairs.map(() => 0);
      const sums = [ones, slips, zeros].map(checkSymbolsOf);
      const sum = [0, 1].map((place) =>
        sums.reduce((total, part) => total ^ (part[place] ?? 0), 0),
      );
      expect(checkSymbolsOf(changed)).toEqual(sum);
    }),
  );
});

test.each(lengths)(
  'MRK-23: every false symbol in a code of %i and its check is caught',
  (length) => {
    const code = checkedCode(length);
    expect(isChecked(code)).toBe(true);
    for (const place of code.keys()) {
      for (const value of nonZero) expect(isChecked(withAdded(code, value, [place]))).toBe(false);
    }
  },
);

test.each(lengths)('MRK-23: every exchange of neighbours in a code of %i is caught', (length) => {
  const code = checkedCode(length);
  for (const place of code.keys()) {
    for (const apart of [1, 2]) {
      if (place + apart >= code.length) continue;
      // Exchanging two symbols adds their difference to both.
      for (const value of nonZero) {
        expect(isChecked(withAdded(code, value, [place, place + apart]))).toBe(false);
      }
    }
  }
});

test('MRK-23: two false symbols are caught unless they stand exactly 33 apart', () => {
  const code = checkedCode(48);
  const missedAt = new Set<number>();
  for (const first of code.keys()) {
    for (const second of code.keys()) {
      if (second <= first) continue;
      for (const value of nonZero) {
        const once = withAdded(code, 1, [first]);
        if (isChecked(withAdded(once, value, [second]))) missedAt.add(second - first);
      }
    }
  }
  expect([...missedAt]).toEqual([33]);
});

test('MRK-23: the polynomial is primitive: a single symbol has 1023 different remainders', () => {
  const zeros = (length: number): number[] => Array.from({ length }, () => 0);
  const remainders = new Set<string>();
  for (let after = 0; after < 1023; after += 1) {
    const plain = checkSymbolsOf(zeros(after + 1));
    const marked = checkSymbolsOf([1, ...zeros(after)]);
    remainders.add(`${plain[0] ^ marked[0]} ${plain[1] ^ marked[1]}`);
  }
  expect(remainders.size).toBe(1023);
  expect(remainders.has('0 0')).toBe(false);
});
