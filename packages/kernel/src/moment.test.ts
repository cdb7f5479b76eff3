import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf, parseMoment } from './moment.ts';

test('KER-9: the moment of any millisecond is read back, and moments compare as text', () => {
  const last = Date.parse('9999-12-31T23:59:59.999Z');
  const epochMs = fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: last });
  fc.assert(
    fc.property(epochMs, epochMs, (left, right) => {
      expect(parseMoment(momentOf(left))).toEqual({ ok: true, value: momentOf(left) });
      expect(momentOf(left) < momentOf(right)).toBe(left < right);
    }),
  );
});

test.each([
  '2026-11-23T01:02:03Z',
  '2026-11-23T01:02:03.004+09:00',
  '2026-02-29T00:00:00.000Z',
  '2026-11-23T24:00:00.000Z',
  '2026-11-23T01:02:03.004Z\n',
  '2026-11-23 01:02:03.004Z',
  '+010000-01-01T00:00:00.000Z',
  '',
])('KER-9: %j is not a moment', (text) => {
  expect(parseMoment(text)).toEqual({ ok: false, error: 'moment-malformed' });
});

test('KER-9: there is no moment outside the years 0000–9999', () => {
  expect(() => momentOf(Date.parse('+010000-01-01T00:00:00Z'))).toThrow(RangeError);
  expect(() => momentOf(Number.NaN)).toThrow(RangeError);
});
