import { expect, test } from 'vitest';
import { readJsonBody } from './json-body.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('SRV-15: a body nested deeper than is taken is not even parsed', () => {
  expect(readJsonBody(nested(16), 16)).toBeInstanceOf(Array);
  expect(() => readJsonBody(nested(17), 16)).toThrow('nested too deeply');
  expect(() => readJsonBody(`{"a":${nested(100_000)}`, 16)).toThrow('nested too deeply');
  expect(readJsonBody('{"a":"[[[[{{{{"}', 1)).toEqual({ a: '[[[[{{{{' });
  const quoted = { a: '"[[[[' };
  expect(readJsonBody(JSON.stringify(quoted), 1)).toEqual(quoted);
});

test('SRV-15: a key that would reach a prototype is refused, however it is written', () => {
  expect(() => readJsonBody('{"a":{"__proto__":{"x":1}}}', 16)).toThrow('prototype');
  expect(() => readJsonBody('{"\u005f_proto__":{"x":1}}', 16)).toThrow('prototype');
  expect(readJsonBody('', 16)).toBeUndefined();
});
