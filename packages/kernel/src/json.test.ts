import { expect, test } from 'vitest';
import { exhaustive } from './exhaustive.ts';
import { isJsonObject } from './json.ts';
import { err, ok } from './result.ts';

test('KER-27: an object is no array, no null and no text', () => {
  expect([{}, [], null, '{}', 1, undefined].map(isJsonObject)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('KER-27: a result is the value or the reason', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(err('no')).toEqual({ ok: false, error: 'no' });
});

test('KER-27: a value outside a closed union stops the program', () => {
  const outside: unknown = JSON.parse('"other"');
  const isNever = (value: unknown): value is never => value !== undefined;
  expect(() => (isNever(outside) ? exhaustive(outside) : undefined)).toThrow('other');
});
