import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFingerprint, fromHex, toHex } from './hex.ts';
import { findIndividualNumbers } from './number-guard.ts';

test('KER-1: hex gives the bytes back and agrees with Node', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toHex(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('hex'));
      expect(fromHex(text)).toEqual(bytes);
    }),
  );
});

test.each(['0', '0G', 'AB', ' 0', '0x', '00 ', '０0', 'é0', '\ud8000'])(
  'KER-1: %j is not lower-case hex',
  (text) => {
    expect(fromHex(text)).toBeUndefined();
  },
);

test('KER-1: hex that is read is written as it was, whatever the text', () => {
  const nearlyHex = fc.string({
    unit: fc.constantFrom('0', '1', '9', 'a', 'f', 'A', 'F', 'g', '-', ' '),
  });
  fc.assert(
    fc.property(nearlyHex, (text) => {
      const bytes = fromHex(text);
      expect(bytes === undefined ? undefined : toHex(bytes)).toBe(
        /^(?:[0-9a-f]{2})*$/.test(text) ? text : undefined,
      );
    }),
  );
});

test('KER-33: a fingerprint is never taken for an Individual Number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 64, maxLength: 64 }),
      (of) => {
        const digest = fromHex(of.join('')) ?? new Uint8Array();
        const text = formatFingerprint(digest);
        expect(text.replaceAll(':', '')).toBe(toHex(digest));
        expect(text).toMatch(/^[0-9]{4}(:[0-9]{4}){15}$/);
        expect(findIndividualNumbers(text)).toEqual([]);
      },
    ),
  );
  expect(findIndividualNumbers('4f2a123456789018c0')).toHaveLength(1);
});
