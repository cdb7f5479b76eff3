import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as kernel from './index.ts';

const valid = fc.constantFrom(
  '2026-11-23',
  '2026-11-23T01:02:03.004Z',
  '令和8年（2026年）11月23日',
  'nerima-2026',
  '0123456789abcdef0123456789abcdef',
  '{"a":[1,"b",null],"c":{"d":0.5}}',
  '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  '1234-5678-9018',
);
const intruder = fc.constantFrom(
  '',
  '\0',
  '\n',
  '\ud800',
  '９',
  '\uFEFF',
  '-',
  '"',
  '\\u0000',
  '=',
);
/** A valid text with one place cut out and something put there. */
const damaged = fc
  .record({ text: valid, at: fc.nat({ max: 45 }), length: fc.nat({ max: 3 }), intruder })
  .map((parts) => {
    const after = parts.text.slice(parts.at + parts.length);
    return parts.text.slice(0, parts.at) + parts.intruder + after;
  });
const anyText = fc.oneof(valid, damaged, fc.string({ unit: 'binary' }));

test.each<[string, (text: string) => unknown]>([
  ['parseContractId', kernel.parseContractId],
  ['parseCommandId', kernel.parseCommandId],
  ['parseMoment', kernel.parseMoment],
  ['parseDay', kernel.parseDay],
])('KER-29: %s gives the text itself or refuses it', (_name, parse) => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([{ ok: true, value: text }, expect.objectContaining({ ok: false })]).toContainEqual(
        parse(text),
      );
    }),
    { numRuns: 500 },
  );
});

test('KER-29: hex, base64, numbers and typed days answer whatever the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const hex = kernel.fromHex(text);
      expect(hex === undefined ? text : kernel.toHex(hex)).toBe(text);
      const bytes = kernel.fromBase64(text);
      expect(bytes === undefined ? text : kernel.toBase64(bytes)).toBe(text);
      expect(typeof kernel.readTypedDay(text).ok).toBe('boolean');
      expect(kernel.isIndividualNumber(text) && kernel.isCorporateNumber(text)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('KER-29: bytes that are read as UTF-8 are written as they were', () => {
  const nearlyUtf8 = fc.uint8Array({ min: 0x7f, max: 0xff, maxLength: 6 });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), nearlyUtf8), (bytes) => {
      const text = kernel.fromUtf8(bytes);
      expect(text === undefined ? bytes : kernel.utf8(text)).toEqual(bytes);
    }),
    { numRuns: 2000 },
  );
});
