import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { utf8 } from './utf8.ts';

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('KER-2: RFC 4648 §10 writes %j as %j', (plain, encoded) => {
  expect(toBase64(utf8(plain))).toBe(encoded);
  expect(fromBase64(encoded)).toEqual(utf8(plain));
});

test('KER-2: base64 gives the bytes back and agrees with Node', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(text)).toEqual(bytes);
    }),
  );
});

test.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zm9v\n', 'Zm9v Zm9v', 'Zm-_', '====', 'Z===', 'Zg==Zg=='])(
  'KER-2: %j does not encode to itself and is refused',
  (text) => {
    expect(fromBase64(text)).toBeUndefined();
  },
);

test('KER-2: whatever is read is written as it was, and nothing that Node writes is refused', () => {
  const nearlyBase64 = fc.string({
    unit: fc.constantFrom('A', 'Q', 'g', 'w', 'Z', '0', '+', '/', '=', '-', ' ', 'é'),
  });
  fc.assert(
    fc.property(nearlyBase64, (text) => {
      const isOwnForm = Buffer.from(text, 'base64').toString('base64') === text;
      const bytes = fromBase64(text);
      expect(bytes === undefined ? undefined : toBase64(bytes)).toBe(isOwnForm ? text : undefined);
    }),
  );
});
