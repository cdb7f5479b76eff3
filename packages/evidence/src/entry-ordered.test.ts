import {
  type JsonObject,
  type JsonValue,
  canonicalText,
  isJsonObject,
  momentOf,
  parseCommandId,
} from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { type WrittenEntry, parseEntry, writeEntry } from './entry-text.ts';
import { EvidenceFault } from './evidence-fault.ts';

// Keys that JavaScript engines keep in an order of their own, or treat in a way of their own.
const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('10', '9', 'a1', 'a', 'Z', '__proto__', 'constructor', 'toJSON', '', 'x\ud800'),
  fc.constantFrom('case', 'given', 'occurredAt', 'values', 'length'),
);
const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\u2028', '"\\\n', '😀'),
  fc.double(),
  fc.constantFrom(-0, 2 ** 53, -(2 ** 53), 1e21, Number.NaN, Number.POSITIVE_INFINITY),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
);
const { value: anyJson } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((all) => Object.fromEntries(all)),
  ),
}));
const anyFacts = fc.dictionary(key, anyJson, { maxKeys: 6 });

const header = {
  format: 1,
  sequence: 3,
  recordedAt: momentOf(0),
  actor: 'person-1',
  ordinal: 0,
  declaration: 'toy/done@1',
  particulars: null,
} as const;

function entryOf(facts: JsonObject): Entry {
  const command = parseCommandId('7'.repeat(32));
  if (!command.ok) throw new RangeError(command.error);
  return { ...header, command: command.value, duties: [['a', '1']], facts };
}

function attempt(write: () => WrittenEntry): WrittenEntry | string {
  try {
    return write();
  } catch (fault) {
    return fault instanceof Error ? `${fault.name}: ${fault.message}` : 'no error';
  }
}

/** The way that trusts nothing: the canonical form, and what is read in it. */
function canonically(facts: JsonObject): WrittenEntry {
  const text = canonicalText({ ...entryOf(facts) });
  const read = parseEntry(text);
  if (!read.ok) throw new EvidenceFault('entry-malformed', read.error);
  return { text, entry: read.value };
}

test('EVI-1: an entry is written as its canonical text, or refused for the same reason', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(attempt(() => writeEntry(entryOf(facts)))).toEqual(attempt(() => canonically(facts)));
    }),
    { numRuns: 1_000 },
  );
});

const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);
function factsOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

test.each<[string, JsonObject]>([
  ['keys in any order', { values: { b: [1, { d: 'あ"', c: null }], a: true }, case: 'x-1' }],
  ['keys that are numbers', { 10: 1, 9: 2, a: 3 }],
  ['a key that names the prototype', factsOf(JSON.parse('{"__proto__":1,"a":2}'))],
  ['what JSON has no form for', factsOf({ a: undefined, b: 1 })],
  ['a number that is none', { a: Number.NaN }],
  ['as deep as may be', { a: nested(62) }],
  ['one array too deep', { a: nested(63) }],
  ['a text that is too long', { a: 'x'.repeat(70_000) }],
])('EVI-4: facts with %s are written or refused as evidence says', (_name, facts) => {
  expect(attempt(() => writeEntry(entryOf(facts)))).toEqual(attempt(() => canonically(facts)));
});

test('EVI-1: the facts an entry was written from may change, and the entry does not', () => {
  const values = { name: 'a', list: [1, { deep: true }] };
  const { text, entry } = writeEntry(entryOf({ case: 'x-1', values }));
  values.name = 'b';
  values.list.push(2);
  expect(parseEntry(text)).toEqual({ ok: true, value: entry });
});
