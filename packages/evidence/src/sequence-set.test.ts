import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ranges } from './ranges.ts';
import { SequenceSet } from './sequence-set.ts';

const sequence = fc.oneof(fc.nat(200), fc.maxSafeNat());

test('EVI-15: a set of sequences holds what was put in and not taken out', () => {
  const step = fc.record({ isAdded: fc.boolean(), sequence });
  fc.assert(
    fc.property(fc.array(step), fc.array(sequence), (steps, others) => {
      const set = new SequenceSet();
      const model = new Set<number>();
      for (const { isAdded, sequence } of steps) {
        if (isAdded) {
          set.add(sequence);
          model.add(sequence);
        } else {
          set.delete(sequence);
          model.delete(sequence);
        }
      }
      expect(new Set(set)).toEqual(model);
      expect(set.size).toBe(model.size);
      for (const other of others) expect(set.has(other)).toBe(model.has(other));
    }),
  );
});

test('EVI-12: ranges hold what was put in and not taken out', () => {
  const range = fc.tuple(fc.nat(20), fc.nat(20));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 4 }), fc.array(fc.nat(99)), (added, taken) => {
      const ranges = new Ranges();
      const model = new Set<number>();
      let from = 0;
      for (const [gap, length] of added) {
        from += gap;
        ranges.add(from, from + length);
        for (let at = from; at < from + length; at += 1) model.add(at);
        from += length;
      }
      for (const one of taken) expect(ranges.take(one)).toBe(model.delete(one));
      for (let at = 0; at < 200; at += 1) expect(ranges.has(at)).toBe(model.has(at));
      const counted = [...ranges].reduce((sum, { from: first, to }) => sum + to - first, 0);
      expect(counted).toBe(model.size);
    }),
  );
});
