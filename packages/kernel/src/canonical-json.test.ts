import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, parseCanonical } from './canonical-json.ts';
import type { JsonValue } from './json.ts';
import { KernelFault } from './kernel-fault.ts';

const isJson = (value: unknown): value is JsonValue => value !== undefined;
const read = (text: string): JsonValue => {
  const value: unknown = JSON.parse(text);
  return isJson(value) ? value : null;
};
const withFunction = (): JsonValue => {
  const value: unknown = { a: [() => 1] };
  return isJson(value) ? value : null;
};
const nest = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const doubleOf = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE();

const codeOfFault = (run: () => unknown): string => {
  try {
    run();
    return 'no fault';
  } catch (fault) {
    return fault instanceof KernelFault ? fault.code : 'another error';
  }
};

// Keys that JavaScript engines keep in an order of their own, or treat in a way of their own.
const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    '10',
    '9',
    'a1',
    '-1',
    '01',
    '4294967295',
    '__proto__',
    'toJSON',
    '',
    '\ufb33',
    '😀',
  ),
);
const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
);
const anyJson: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((all) => Object.fromEntries(all)),
  ),
})).value;

test('KER-4: RFC 8785 §3.2.2, its sample but for the integer 1E30, which is refused', () => {
  const strings = '"string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"';
  const sample = (numbers: string) =>
    read(`{ "numbers": ${numbers}, ${strings}, "literals": [null, true, false] }`);
  expect(canonicalText(sample('[333333333.33333329, 4.50, 2e-3, 1e-27]'))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  expect(codeOfFault(() => canonicalText(sample('[1E30]')))).toBe('number-out-of-range');
});

test('KER-4: RFC 8785 §3.2.3, keys in the order of their UTF-16 code units', () => {
  const text = canonicalText({
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  });
  expect(text).toBe(
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control",' +
      '"ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign",' +
      '"😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  );
  expect(parseCanonical(text).ok).toBe(true);
});

test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('KER-4: RFC 8785 appendix B, %s is written %s', (double, text) => {
  expect(canonicalText(doubleOf(double))).toBe(text);
  expect(parseCanonical(text)).toEqual({ ok: true, value: doubleOf(double) + 0 });
});

test.each([
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
])('KER-5: RFC 8785 appendix B, %s (%s) is an integer beyond 2^53 − 1', (double, text) => {
  expect(codeOfFault(() => canonicalText(doubleOf(double)))).toBe('number-out-of-range');
  expect(parseCanonical(text)).toEqual({ ok: false, error: 'number-out-of-range' });
});

test.each([['7fffffffffffffff'], ['7ff0000000000000'], ['fff0000000000000']])(
  'KER-5: RFC 8785 appendix B, %s is not finite',
  (double) => {
    expect(codeOfFault(() => canonicalText([doubleOf(double)]))).toBe('number-not-finite');
  },
);

test.each<[string, string, () => JsonValue]>([
  ['a lone surrogate', 'text-ill-formed', () => ({ a: ['\udc00'] })],
  ['a lone surrogate in a key', 'text-ill-formed', () => ({ '\ud800': 1 })],
  ['U+0000', 'text-has-nul', () => 'a\0'],
  ['U+0000 in a key', 'text-has-nul', () => ({ '\0': 1 })],
  ['65 levels', 'nested-too-deep', () => read(nest(65))],
  ['a hole', 'not-json', () => Array<JsonValue>(1)],
  ['a function', 'not-json', withFunction],
])('KER-5: %s is the fault %s', (_name, code, value) => {
  expect(codeOfFault(() => canonicalText(value()))).toBe(code);
});

test('KER-5: 2^53 − 1 and 64 levels are still written', () => {
  expect(canonicalText(Number.MAX_SAFE_INTEGER)).toBe('9007199254740991');
  expect(canonicalText(read(nest(64)))).toBe(nest(64));
});

test.each([
  ['{"a":1,"a":1}', 'json-not-canonical'],
  ['{"a":1,"a":2}', 'json-not-canonical'],
  ['{"b":1,"a":1}', 'json-not-canonical'],
  ['{"9":1,"10":1}', 'json-not-canonical'],
  ['{"a": 1}', 'json-not-canonical'],
  ['1\n', 'json-not-canonical'],
  ['1.0', 'json-not-canonical'],
  ['-0', 'json-not-canonical'],
  ['1e2', 'json-not-canonical'],
  ['0.10', 'json-not-canonical'],
  ['12345678.123456789012', 'json-not-canonical'],
  ['"\\u0041"', 'json-not-canonical'],
  ['"\\u000A"', 'json-not-canonical'],
  ['"\\u000F"', 'json-not-canonical'],
  ['"\\/"', 'json-not-canonical'],
  ['{"__proto__":1,"__proto__":1}', 'json-not-canonical'],
  ['"\\ud800"', 'text-ill-formed'],
  ['"\ud800"', 'text-ill-formed'],
  ['{"\\udc00":1}', 'text-ill-formed'],
  ['"\\u0000"', 'text-has-nul'],
  ['9007199254740992', 'number-out-of-range'],
  ['-9007199254740992', 'number-out-of-range'],
  ['1e400', 'number-not-finite'],
  [nest(65), 'nested-too-deep'],
  [nest(200_000), 'nested-too-deep'],
  ['', 'json-malformed'],
  ['\uFEFF1', 'json-malformed'],
  ['01', 'json-malformed'],
  ['NaN', 'json-malformed'],
  ['undefined', 'json-malformed'],
  ['[1,]', 'json-malformed'],
  ['"\n"', 'json-malformed'],
  ['1 2', 'json-malformed'],
])('KER-6: %j is refused', (text, error) => {
  expect(parseCanonical(text)).toEqual({ ok: false, error });
});

test('KER-6: keys like 10 and 9 are read in the order RFC 8785 gives them', () => {
  expect(parseCanonical('{"10":1,"9":2}')).toEqual({ ok: true, value: { '9': 2, '10': 1 } });
});

test('KER-6: a key __proto__ is a key like any other', () => {
  const parsed = parseCanonical('{"__proto__":{"a":1}}');
  expect(parsed.ok && canonicalText(parsed.value)).toBe('{"__proto__":{"a":1}}');
});

test('KER-6: what is written is read back as it was', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      fc.pre(codeOfFault(() => canonicalText(value)) === 'no fault');
      const text = canonicalText(value);
      const parsed = parseCanonical(text);
      expect(parsed.ok && canonicalText(parsed.value)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('KER-6: of any JSON text just those are read that canonicalize gives back', () => {
  const spelling = fc.record({
    value: anyJson,
    sorted: fc.boolean(),
    change: fc.constantFrom('none', 'space', 'escape'),
  });
  fc.assert(
    fc.property(spelling, ({ value, sorted, change }) => {
      fc.pre(codeOfFault(() => canonicalText(value)) === 'no fault');
      const plain = (sorted ? canonicalize(value) : JSON.stringify(value)) ?? '';
      const spaced = change === 'space' ? plain.replace(',', ', ') : plain;
      const text = change === 'escape' ? spaced.replace('"a', '"\\u0061') : spaced;
      expect(parseCanonical(text).ok).toBe(canonicalize(read(text)) === text);
    }),
    { numRuns: 1000 },
  );
});

test('KER-6: whatever the text, parsing it answers and never throws', () => {
  const pieces = ['{', '}', '[', ']', ',', ':', '"', '"a"', '"b"', '1', '-0', '1e5', '\\ud800'];
  const jsonLike = fc.string({ unit: fc.constantFrom(...pieces, '\0', 'null', ' ', '\ud800') });
  fc.assert(
    fc.property(fc.oneof(jsonLike, fc.string({ unit: 'binary' })), (text) => {
      const parsed = parseCanonical(text);
      expect(parsed.ok ? canonicalText(parsed.value) : text).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
