import { concatBytes } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEntryBundle, longestEntry, parseEntryBundle } from './entry-bundle.ts';

const entries = [new Uint8Array(0), Uint8Array.of(1, 2, 3), new Uint8Array(300).fill(9)];

test('MRK-12: a bundle is entries after their lengths in 16 bits, big-endian', () => {
  const bundle = formatEntryBundle(entries);
  const expected = [
    [0, 0],
    [0, 3, 1, 2, 3],
    [1, 44],
  ].map((bytes) => Uint8Array.from(bytes));
  expect(bundle).toEqual(concatBytes([...expected, new Uint8Array(300).fill(9)]));
  expect(parseEntryBundle(bundle, 3)).toEqual({ ok: true, value: entries });
});

test('MRK-12: any 1 to 256 entries come back from their bundle', () => {
  const someEntries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 });
  fc.assert(
    fc.property(someEntries, (some) => {
      expect(parseEntryBundle(formatEntryBundle(some), some.length)).toEqual({
        ok: true,
        value: some,
      });
    }),
    { numRuns: 50 },
  );
});

test('MRK-12: the longest entry has 65,535 bytes, and a bundle 1 to 256 entries', () => {
  const longest = new Uint8Array(longestEntry).fill(7);
  expect(parseEntryBundle(formatEntryBundle([longest]), 1)).toEqual({ ok: true, value: [longest] });
  expect(() => formatEntryBundle([new Uint8Array(longestEntry + 1)])).toThrow('entry-too-long');
  expect(() => formatEntryBundle([])).toThrow('bundle-width');
  expect(() => formatEntryBundle(Array.from({ length: 257 }, () => longest))).toThrow(
    'bundle-width',
  );
});

test('MRK-12: a cut bundle is refused at every byte, and so is another number of entries', () => {
  const bundle = formatEntryBundle(entries);
  for (let length = 0; length < bundle.length; length += 1) {
    expect(parseEntryBundle(bundle.subarray(0, length), 3).ok).toBe(false);
  }
  const more = concatBytes([bundle, Uint8Array.of(0)]);
  expect(parseEntryBundle(more, 3)).toEqual({ ok: false, error: 'entry-bundle-truncated' });
  for (const width of [0, 1, 2, 4, 256]) {
    expect(parseEntryBundle(bundle, width)).toEqual({
      ok: false,
      error: 'entry-bundle-width-differs',
    });
  }
});

test('MRK-12: any bytes are read as they would be written, or refused', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      fc.integer({ min: 1, max: 9 }),
      (bytes, width) => {
        const parsed = parseEntryBundle(bytes, width);
        expect(parsed.ok ? formatEntryBundle(parsed.value) : bytes).toEqual(bytes);
      },
    ),
  );
});
