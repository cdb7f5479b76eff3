import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromSymbols, readSymbols, toSymbols, writeSymbols } from './base32.ts';

test('MRK-22: base32 is a big number written in the 32 characters of Crockford', () => {
  const twentyBytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(twentyBytes, (bytes) => {
      const digits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString(32);
      const symbols = Array.from(digits.padStart(32, '0'), (digit) => Number.parseInt(digit, 32));
      expect(toSymbols(bytes)).toEqual(symbols);
    }),
  );
  const all = Array.from({ length: 32 }, (_, symbol) => symbol);
  expect(writeSymbols(all)).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
});

test('MRK-22: bytes of any length come back; bits that fill up must be zero', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromSymbols(toSymbols(bytes))).toEqual(bytes);
    }),
  );
  expect(fromSymbols([31, 28])).toEqual(Uint8Array.of(255));
  expect(fromSymbols([31, 29])).toBeUndefined();
  expect(fromSymbols([0])).toBeUndefined();
});

test('MRK-22: small letters, I, L and O are read, U and all else is not', () => {
  expect(readSymbols('iIlL1oO0')).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
  expect(readSymbols('abcxyz')).toEqual(readSymbols('ABCXYZ'));
  for (const text of ['U', 'u', '-', ' ', 'é', 'ß', '１', '*']) {
    expect(readSymbols(text)).toBeUndefined();
  }
});
