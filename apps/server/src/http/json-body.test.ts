import { expect, test } from 'vitest';
import { utf8 } from '@kanribo/kernel';
import { type JsonBounds, readJsonBody as readBytes } from './json-body.ts';

const readJsonBody = (text: string, bounds: JsonBounds) => readBytes(utf8(text), bounds);

const usual = { depth: 16, values: 1_000 };
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('SRV-15: a body nested deeper than is taken is not even parsed', () => {
  expect(readJsonBody(nested(16), usual)).toBeInstanceOf(Array);
  expect(() => readJsonBody(nested(17), usual)).toThrow('nested too deeply');
  expect(() => readJsonBody(`{"a":${nested(100_000)}`, usual)).toThrow('nested too deeply');
  expect(readJsonBody('{"a":"[[[[{{{{"}', { depth: 1, values: 1 })).toEqual({ a: '[[[[{{{{' });
  const quoted = { a: '"[[[[' };
  expect(readJsonBody(JSON.stringify(quoted), { depth: 1, values: 1 })).toEqual(quoted);
});

test('SRV-15: a key that would reach a prototype is refused, however it is written', () => {
  expect(() => readJsonBody('{"a":{"__proto__":{"x":1}}}', usual)).toThrow('prototype');
  for (const key of ['\\u005f_proto__', '__prot\\u006F__', '\\u005F\\u005F\\u0070roto__']) {
    expect(() => readJsonBody(`{"${key}":{"x":1}}`, usual)).toThrow('prototype');
  }
  const harmless = { text: '__proto__', '\u0041': 1 };
  expect(readJsonBody(JSON.stringify(harmless), usual)).toEqual(harmless);
  expect(readJsonBody('', usual)).toBeUndefined();
});

test.each([
  ['arrays', `[${'[],'.repeat(500)}[]]`],
  ['numbers', `[${'1,'.repeat(1_000)}1]`],
  ['keys', `{${'"a":1,'.repeat(1_000)}"a":1}`],
])('SRV-90: a body of more values than are taken is not even parsed: %s', (_, text) => {
  expect(() => readJsonBody(text, usual)).toThrow('too many values');
  expect(() => readJsonBody(text.slice(0, -1), usual)).toThrow('too many values');
  expect(readJsonBody(text, { depth: 16, values: 1_100 })).toBeInstanceOf(Object);
});

test('SRV-90: commas and brackets within texts are no values', () => {
  const text = `${',[{'.repeat(1_000)}"\\`;
  expect(readJsonBody(JSON.stringify({ text }), { depth: 1, values: 1 })).toEqual({ text });
});

test('SRV-92: a body that is no UTF-8 is refused, and nothing of it is mended', () => {
  const bytes = (hex: string) => Buffer.from(`7b2261223a22${hex}227d`, 'hex');
  expect(readBytes(bytes('e38182'), usual)).toEqual({ a: 'あ' });
  for (const hex of ['ff', 'e381', 'eda080', 'c080']) {
    expect(() => readBytes(bytes(hex), usual)).toThrow('no UTF-8');
  }
});
