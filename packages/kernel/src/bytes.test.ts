import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { concatBytes, equalBytes } from './bytes.ts';

test('KER-7: joined bytes are the parts one after another', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (parts) => {
      expect(Array.from(concatBytes(parts))).toEqual(parts.flatMap((part) => Array.from(part)));
    }),
  );
});

test('KER-7: bytes are equal just where each of them is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 2 }), fc.uint8Array({ max: 2 }), (left, right) => {
      expect(equalBytes(left, right)).toBe(left.join() === right.join());
      expect(equalBytes(left, Uint8Array.from(left))).toBe(true);
    }),
  );
});
