import * as fc from 'fast-check';
import { type CommandId, parseCommandId } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { commandId } from '../testing/hand-clock.ts';
import { KnownCommands } from './known-commands.ts';

function idOf(text: string): CommandId {
  const parsed = parseCommandId(text);
  if (!parsed.ok) throw new RangeError(text);
  return parsed.value;
}

const digits = Array.from({ length: 16 }, (_, value) => value.toString(16));
const hex = fc.string({
  unit: fc.constantFrom(...digits),
  minLength: 32,
  maxLength: 32,
});
const id = fc.oneof(hex, fc.nat({ max: 9 }).map(commandId)).map(idOf);

test('LED-4: commands are known by the whole of their ids, with their first sequence', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.nat()), { maxLength: 60 }), id, (commands, other) => {
      const known = new KnownCommands();
      const model = new Map<string, number>();
      for (const [name, sequence] of commands) {
        known.add(name, sequence);
        if (!model.has(name)) model.set(name, sequence);
      }
      for (const [name] of commands) expect(known.get(name)).toBe(model.get(name));
      expect(known.get(other)).toBe(model.get(other));
    }),
  );
});

test('LED-4: ids that differ in one digit are different commands', () => {
  const known = new KnownCommands();
  for (let place = 0; place < 32; place += 1) {
    for (const [value, digit] of digits.entries()) {
      known.add(idOf('7'.repeat(place) + digit + '0'.repeat(31 - place)), 16 * place + value);
    }
  }
  for (let place = 0; place < 32; place += 1) {
    const all = '7'.repeat(place) + 'f' + '0'.repeat(31 - place);
    expect(known.get(idOf(all))).toBe(16 * place + 15);
  }
});

test('LED-4: many commands, counted up or far apart in the log, are all remembered', () => {
  const known = new KnownCommands();
  const count = 30_000;
  const sequenceOf = (number: number): number => number * 2 ** 36;
  for (let number = 0; number < count; number += 1) {
    known.add(commandId(number * 2 ** 20), sequenceOf(number));
  }
  const numbers = Array.from({ length: count }, (_, number) => number);
  const wrong = numbers.filter((number) => {
    const id = number * 2 ** 20;
    const isKnown = known.get(commandId(id)) === sequenceOf(number);
    return !isKnown || known.get(commandId(id + 1)) !== undefined;
  });
  expect(wrong).toEqual([]);
});
