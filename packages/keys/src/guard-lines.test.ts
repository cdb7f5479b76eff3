import { writeFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GuardRecord, formatRecord, parseLine } from './guard-record.ts';
import { GuardState, guardText } from './guard-state.ts';
import { KeysFault } from './keys-fault.ts';
import { openKeys } from './open-keys.ts';
import { outcomeOf, rootOf } from './testing/branches.ts';
import { freshKeys, newestGuard } from './testing/directories.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const id = contractIdOf('nerima-2026');
const origin = 'example.test/nerima-2026/register/0';
const successor = 'example.test/nerima-2026/register/1';
const signed = (size: number, at = origin) => ({
  kind: 'signed' as const,
  origin: at,
  size,
  root: rootOf('a', size),
});
const records: readonly GuardRecord[] = [
  { kind: 'opened' },
  { kind: 'restored', contract: 'other' },
  { kind: 'unknown', origin: 'example.test/other/access/3', size: 7, root: rootOf('b', 7) },
  signed(3),
  { kind: 'resumed', origin, successor },
  signed(12, successor),
];

function stateOf(text: string, first = 1): GuardState {
  const state = new GuardState(first);
  state.take(text);
  return state;
}

const anyHead = fc.record({
  kind: fc.constantFrom('signed' as const, 'unknown' as const),
  origin: fc.string({ unit: 'grapheme', minLength: 1 }),
  size: fc.maxSafeNat(),
  root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});
const anyRecord: fc.Arbitrary<GuardRecord> = fc.oneof(
  fc.constantFrom<GuardRecord>({ kind: 'opened' }, { kind: 'closed' }),
  fc.record({
    kind: fc.constant('restored' as const),
    contract: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/),
  }),
  anyHead,
  fc.record({
    kind: fc.constant('resumed' as const),
    origin: fc.string({ unit: 'grapheme', minLength: 1 }),
    successor: fc.string({ unit: 'grapheme', minLength: 1 }),
  }),
);

test('KEY-17: every record is read back from its line, whatever letters its origin has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 14 }), anyRecord, (number, record) => {
      const line = formatRecord(number, record).trim();
      expect(parseLine(line)).toEqual({ kind: 'record', number, record });
    }),
  );
});

test('KEY-17: a record cut off at any byte is torn, one byte more is damage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 14 }), anyRecord, (number, record) => {
      const line = formatRecord(number, record).trim();
      for (let length = 0; length < line.length; length += 1) {
        expect(parseLine(line.slice(0, length)).kind).toBe('torn');
      }
      for (const more of ['0', ' ', 'x']) expect(parseLine(line + more).kind).toBe('damaged');
    }),
  );
});

test('KEY-17: a guard cut off at any byte of its last line says what it said before', () => {
  const whole = guardText(1, records);
  const before = guardText(1, records.slice(0, -1));
  for (let length = before.length; length < whole.length - 1; length += 1) {
    const state = stateOf(whole.slice(0, length));
    expect(state.standing(successor)).toEqual({ status: 'unsigned', isEnded: false });
    expect(state.next).toBe(records.length);
  }
  expect(stateOf(whole.slice(0, -1)).next).toBe(records.length + 1);
});

test('KEY-17: what follows a line that was cut off counts', () => {
  const before = guardText(1, records.slice(0, -1));
  const last = formatRecord(records.length, signed(12, successor));
  const after = formatRecord(records.length, signed(13, successor));
  for (let length = 0; length < last.length - 1; length += 1) {
    const state = stateOf(before + last.slice(0, length) + after);
    expect(state.standing(successor)).toMatchObject({ status: 'signed', head: { size: 13 } });
  }
});

test('KEY-17: a torn last line in the file is passed over, by those who had it open too', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  const headAt = (size: number) => ({ contractId: id, origin, branch: 'a', size });
  await outcomeOf(keys, headAt(3));
  const { path, text } = await newestGuard(directory);
  const number = text.split('\n').filter((line) => line !== '').length + 1;
  const line = formatRecord(number, signed(9));
  for (let length = 0; length < line.length - 1; length += 1) {
    await writeFile(path, text + line.slice(0, length));
    expect(await keys.guard(origin)).toEqual({ size: 3, root: rootOf('a', 3) });
  }
  expect(await outcomeOf(keys, headAt(5))).toBe('signed');
  const opened = valueOf(await openKeys({ directory }));
  expect(await opened.guard(origin)).toEqual({ size: 5, root: rootOf('a', 5) });
});

function codeOf(use: () => unknown): unknown {
  try {
    use();
    return 'no fault';
  } catch (fault) {
    return fault instanceof KeysFault ? fault.code : fault;
  }
}

test('KEY-18: any byte of a guard changed into any other is damage, in every line', () => {
  const bytes = Buffer.from(guardText(1, records), 'latin1');
  const passed: string[] = [];
  for (let index = 0; index < bytes.length; index += 1) {
    for (let change = 1; change < 256; change += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (bytes[index] ?? 0) ^ change;
      const code = codeOf(() => stateOf(changed.toString('latin1')));
      if (code !== 'guard-damaged')
        passed.push(`byte ${index} to ${changed[index]}: ${String(code)}`);
    }
  }
  expect(passed).toEqual([]);
});

test('KEY-18: a line that is missing, doubled in another place or from another file is damage', () => {
  const lines = records.map((record, index) => formatRecord(index + 1, record));
  for (let index = 0; index < lines.length - 1; index += 1) {
    const rest = lines.filter((_, place) => place !== index).join('');
    expect(codeOf(() => stateOf(rest))).toBe('guard-damaged');
  }
  expect(codeOf(() => stateOf(lines.join(''), 2))).toBe('guard-damaged');
  expect(codeOf(() => stateOf(lines.join('') + formatRecord(7, { kind: 'opened' })))).toBe(
    'guard-damaged',
  );
  expect(codeOf(() => stateOf(lines.slice(0, 4).join('') + formatRecord(5, signed(3))))).toBe(
    'guard-damaged',
  );
  expect(codeOf(() => stateOf(''))).toBe('guard-damaged');
});

test('KEY-19: of two lines with one number the first counts, and none after the last', () => {
  const opened = formatRecord(1, { kind: 'opened' });
  const state = stateOf(opened + formatRecord(2, signed(5)) + formatRecord(2, signed(9)));
  expect(state.standing(origin)).toMatchObject({ head: { size: 5 } });
  expect(state.take(formatRecord(3, { kind: 'closed' }) + formatRecord(4, signed(9)))).toHaveLength(
    1,
  );
  expect(state.isClosed).toBe(true);
  expect(state.standing(origin)).toMatchObject({ head: { size: 5 } });
});

test('KEY-19: the file that carries on says the same as the one before', () => {
  const state = stateOf(guardText(1, records) + formatRecord(7, signed(20, successor)));
  const next = stateOf(guardText(9, state.carried()), 9);
  const origins = [origin, successor, 'example.test/other/access/3', 'example.test/other/access/0'];
  for (const each of [...origins, 'example.test/third/access/0']) {
    expect(next.standing(each)).toEqual(state.standing(each));
  }
  expect(next.isResumed(origin, successor)).toBe(true);
  expect(next.heads()).toEqual(state.heads());
  expect(next.spareLineCount).toBe(0);
});
