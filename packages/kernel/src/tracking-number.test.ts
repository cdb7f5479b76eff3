import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  carriers,
  isCarrier,
  parseTrackingNumber,
  plainTrackingNumber,
} from './tracking-number.ts';

// Numbers of public documentation and synthetic ones: shipping-jp-js (Japan Post, Yamato, Sagawa),
// the npm package s10 (UPU S10), nanoappli.com (the worked example 12345678901 → 3).
test.each([
  ['yamato', '4444-1375-8703', '444413758703'],
  ['yamato', '123456789013', '123456789013'],
  ['sagawa', '512547514334', '512547514334'],
  ['japan-post', '4055-4842-4886', '405548424886'],
  ['japan-post', '１３１－１２－３８３８５－２', '13112383852'],
  ['japan-post', 'eb 000 717 595 hk', 'EB000717595HK'],
  ['japan-post', 'RA000717581JP', 'RA000717581JP'],
  ['japan-post', 'RA966331020JP', 'RA966331020JP'],
  ['other', '0123 4567 89', '0123456789'],
] as const)('KER-30: %s reads %s as %s', (carrier, text, plain) => {
  expect(parseTrackingNumber(carrier, text)).toEqual({ ok: true, value: plain });
});

test.each([
  ['yamato', '444413758704', 'tracking-number-misread'],
  ['sagawa', '512547514344', 'tracking-number-misread'],
  ['japan-post', '405548424888', 'tracking-number-misread'],
  ['japan-post', '13112383853', 'tracking-number-misread'],
  ['japan-post', 'EB000717594HK', 'tracking-number-misread'],
  ['yamato', '44441375870', 'tracking-number-malformed'],
  ['sagawa', 'EB000717595HK', 'tracking-number-malformed'],
  ['japan-post', '1234567890', 'tracking-number-malformed'],
  ['other', '1234567', 'tracking-number-malformed'],
  ['other', '12345678901234567', 'tracking-number-malformed'],
  ['other', '1234/5678', 'tracking-number-malformed'],
] as const)('KER-30: %s does not read %s: %s', (carrier, text, problem) => {
  expect(parseTrackingNumber(carrier, text)).toEqual({ ok: false, error: problem });
});

test('KER-31: one wrong digit of a number with a check by seven is found unless it differs by 7', () => {
  const eleven = fc.stringMatching(/^[0-9]{11}$/);
  const change = fc.record({ at: fc.nat({ max: 10 }), by: fc.integer({ min: 1, max: 9 }) });
  let found = 0;
  fc.assert(
    fc.property(eleven, change, (digits, { at, by }) => {
      const number = `${digits}${Number(digits) % 7}`;
      expect(parseTrackingNumber('yamato', number).ok).toBe(true);
      const changed = (Number(number[at]) + by) % 10;
      const differs = Math.abs(changed - Number(number[at]));
      const misread = `${number.slice(0, at)}${changed}${number.slice(at + 1)}`;
      expect(parseTrackingNumber('yamato', misread).ok).toBe(differs === 7);
      if (differs !== 7) found += 1;
    }),
  );
  expect(found).toBeGreaterThan(50);
});

test('KER-30: any text at all is read or refused, and what is read is read again as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...carriers), fc.string({ unit: 'binary' }), (carrier, text) => {
      const read = parseTrackingNumber(carrier, text);
      if (read.ok) expect(parseTrackingNumber(carrier, read.value)).toEqual(read);
      expect(plainTrackingNumber(plainTrackingNumber(text))).toBe(plainTrackingNumber(text));
    }),
  );
  expect([...carriers, 'constructor', ''].map(isCarrier)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
