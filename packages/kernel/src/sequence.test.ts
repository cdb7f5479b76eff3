import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sequence, emptySequence } from './sequence.ts';

test('KER-25: a sequence answers as an array does, and every version stays what it was', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 100 }), (values) => {
      let sequence: Sequence<number> = emptySequence();
      const versions = values.map((value) => {
        sequence = sequence.append(value);
        return sequence;
      });
      for (const [index, version] of versions.entries()) {
        expect([...version]).toEqual(values.slice(0, index + 1));
        expect(version.length).toBe(index + 1);
        expect(version.at(-1)).toBe(values[index]);
        expect(version.at(index + 1)).toBeUndefined();
      }
    }),
  );
});
