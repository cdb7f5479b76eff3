import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { KernelFault } from './kernel-fault.ts';
import { fromUtf8, reusedUtf8, utf8 } from './utf8.ts';

test('KER-3: every well-formed text comes back, a byte order mark included', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => value.isWellFormed());
  fc.assert(
    fc.property(text, (value) => {
      expect(fromUtf8(utf8(value))).toBe(value);
    }),
  );
  expect(fromUtf8(utf8('\uFEFF管理簿'))).toBe('\uFEFF管理簿');
});

test('KER-3: one buffer for many texts gives the same bytes, after those of the caller', () => {
  for (const before of [0, 16]) {
    const encode = reusedUtf8(before);
    const text = fc.string({ unit: 'binary', maxLength: 3_000, size: 'max' });
    fc.assert(
      fc.property(
        text.filter((value) => value.isWellFormed()),
        (value) => {
          const bytes = encode(value);
          expect(bytes.subarray(before)).toEqual(utf8(value));
          expect(bytes.byteOffset + bytes.length).toBe(before + utf8(value).length);
        },
      ),
      { numRuns: 50 },
    );
    expect(encode('名'.repeat(10_000)).subarray(before)).toEqual(utf8('名'.repeat(10_000)));
    expect(() => encode('a\ud800')).toThrow(KernelFault);
  }
});

test('KER-3: a lone surrogate is a fault, not a replacement character', () => {
  expect(() => utf8('a\ud800')).toThrow(KernelFault);
});

test.each([
  ['an overlong slash', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a cut character', [0xe7, 0xae]],
  ['a stray continuation', [0x80]],
  ['a number beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
])('KER-3: %s is not UTF-8', (_name, bytes) => {
  expect(fromUtf8(Uint8Array.from(bytes))).toBeUndefined();
});
