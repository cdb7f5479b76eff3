import { createHash } from 'node:crypto';
import { canonicalText, momentOf, parseCommandId, utf8 } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, entryBytesAtMost } from './entry.ts';
import { encodeEntry, parseEntry } from './entry-text.ts';
import { EvidenceFault } from './evidence-fault.ts';

const commandOf = (text: string): Entry['command'] => {
  const parsed = parseCommandId(text);
  if (!parsed.ok) throw new TypeError(parsed.error);
  return parsed.value;
};

const sample: Entry = {
  format: 1,
  sequence: 41,
  recordedAt: momentOf(Date.UTC(2026, 10, 23, 1, 2, 3, 4)),
  actor: 'person-7',
  command: commandOf('000102030405060708090a0b0c0d0e0f'),
  ordinal: 0,
  declaration: 'registers/take-out@2',
  duties: [['take-out-register', '11.4']],
  facts: { day: '2026-11-23', count: 3, things: ['thing-1', null, true] },
  particulars: 'a'.repeat(64),
};

const golden =
  '{"actor":"person-7","command":"000102030405060708090a0b0c0d0e0f",' +
  '"declaration":"registers/take-out@2","duties":[["take-out-register","11.4"]],' +
  '"facts":{"count":3,"day":"2026-11-23","things":["thing-1",null,true]},"format":1,"ordinal":0,' +
  `"particulars":"${'a'.repeat(64)}","recordedAt":"2026-11-23T01:02:03.004Z","sequence":41}`;

const anyEntry: fc.Arbitrary<Entry> = fc.record({
  format: fc.constant(1),
  sequence: fc.maxSafeNat(),
  recordedAt: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(9e13) })
    .map((date) => momentOf(date.getTime())),
  actor: fc.stringMatching(/^[!-~]{1,128}$/),
  command: fc.stringMatching(/^[0-9a-f]{32}$/).map(commandOf),
  ordinal: fc.nat(),
  declaration: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}(\/[a-z][a-z0-9-]{0,9}){0,3}@[1-9][0-9]?$/),
  duties: fc.array(fc.tuple(fc.stringMatching(/^[a-z-]{1,9}$/), fc.constant('9.2'))),
  facts: fc.dictionary(fc.stringMatching(/^[a-zA-Z0-9]{0,9}$/), fc.stringMatching(/^[ -~ぁ-ん]*$/)),
  particulars: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
});

test('EVI-1: an entry of format 1 has these golden bytes', () => {
  expect(encodeEntry(sample)).toBe(golden);
  expect(createHash('sha256').update(utf8(golden)).digest('hex')).toBe(
    'd07468c1bc4fd5be48769bbba81a05a0de6f38138b3573cb149179422ca252e3',
  );
});

test('EVI-1: reading is the inverse of writing', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const text = encodeEntry(entry);
      const read = parseEntry(text);
      expect(read).toEqual({ ok: true, value: entry });
      if (read.ok) expect(encodeEntry(read.value)).toBe(text);
    }),
  );
});

test('EVI-2: an entry that is not its own canonical text is refused', () => {
  const variants = [
    ` ${golden}`,
    `${golden}\n`,
    golden.replace('"ordinal":0', '"ordinal":0.0'),
    golden.replace('"actor"', '"\\u0061ctor"'),
    golden.replace('"format":1,"ordinal":0', '"ordinal":0,"format":1'),
    golden.replace('"count":3', '"count":3,"count":3'),
  ];
  for (const text of variants) expect(parseEntry(text).ok).toBe(false);
});

const without = (key: keyof Entry): string => {
  const { [key]: _, ...rest } = sample;
  return canonicalText(rest);
};

test('EVI-2: an entry has exactly its ten keys', () => {
  const keys: readonly (keyof Entry)[] = [
    'format',
    'sequence',
    'recordedAt',
    'actor',
    'command',
    'ordinal',
    'declaration',
    'duties',
    'facts',
    'particulars',
  ];
  for (const key of keys) expect(parseEntry(without(key)).ok).toBe(false);
  for (const key of ['', 'note', '__proto__', 'constructor']) {
    const text = canonicalText(Object.fromEntries([...Object.entries(sample), [key, 1]]));
    expect(parseEntry(text)).toEqual({ ok: false, error: 'entry-keys' });
  }
});

test('EVI-2: each value of an entry has its type and shape', () => {
  const wrong: readonly (readonly [keyof Entry, readonly unknown[]])[] = [
    ['format', [0, 2, '1', null]],
    ['sequence', [-1, 0.5, '0', null]],
    ['recordedAt', ['2026-11-23', '2026-02-30T00:00:00.000Z', '2026-11-23T01:02:03Z', 0, null]],
    ['actor', ['', 'a b', '山田', 'x'.repeat(129), 7, null]],
    ['command', ['', 'ABCDEF00000000000000000000000000', '0'.repeat(31), 0, null]],
    ['ordinal', [-1, 1.5, '0', null]],
    ['declaration', ['', 'a', '@1', 'a@0', 'a@01', 'A@1', 'a//b@1', 'a@1@1', 'a/@1', 1, null]],
    ['duties', [null, {}, ['a'], [['a']], [['a', 'b', 'c']], [['a', 1]], [['', 'b']], [['a', '']]]],
    ['facts', [null, [], 'facts', 1]],
    ['particulars', ['', 'A'.repeat(64), 'a'.repeat(63), 'a'.repeat(65), 0, {}]],
  ];
  for (const [key, values] of wrong) {
    for (const value of values) {
      const text = JSON.stringify({ ...JSON.parse(golden), [key]: value });
      expect(parseEntry(text)).toEqual({ ok: false, error: `entry-${key}` });
    }
  }
});

test('EVI-2: what is no object, or no JSON, is refused', () => {
  expect(parseEntry('[]')).toEqual({ ok: false, error: 'entry-not-object' });
  expect(parseEntry('{')).toEqual({ ok: false, error: 'json-malformed' });
});

test('EVI-3: an entry has at most 65,535 bytes of UTF-8, not characters', () => {
  const filled = (fill: string): Entry => ({ ...sample, facts: { fill } });
  const room = entryBytesAtMost - encodeEntry(filled('')).length;
  for (const unit of ['x', '字', '😀']) {
    const bytes = utf8(unit).length;
    const fits = unit.repeat(Math.floor(room / bytes)) + 'x'.repeat(room % bytes);
    expect(utf8(encodeEntry(filled(fits)))).toHaveLength(entryBytesAtMost);
    expect(() => encodeEntry(filled(`${fits}x`))).toThrow('entry-too-long');
    const over = canonicalText({ ...filled(`${fits}x`) });
    expect(parseEntry(over)).toEqual({ ok: false, error: 'entry-too-long' });
  }
  expect(parseEntry('\ud800'.repeat(30_000)).ok).toBe(false);
});

test('EVI-4: what could not be read back is never written', () => {
  const wrong: readonly Entry[] = [
    { ...sample, actor: '' },
    { ...sample, declaration: 'take-out' },
    { ...sample, sequence: -1 },
    { ...sample, particulars: 'abc' },
  ];
  for (const entry of wrong) expect(() => encodeEntry(entry)).toThrow(EvidenceFault);
});
