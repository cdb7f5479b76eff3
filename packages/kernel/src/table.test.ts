import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Table, emptyTable } from './table.ts';

const key = fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('__proto__', 'constructor'));
const step = fc.oneof(
  fc.record({ kind: fc.constant('set'), key, value: fc.integer() }),
  fc.record({ kind: fc.constant('delete'), key, value: fc.constant(0) }),
);

test('KER-24: a table answers as a Map does after the same sets and deletes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const model = new Map<string, number>();
      let table: Table<number> = emptyTable();
      for (const { kind, key: name, value } of steps) {
        if (kind === 'set') model.set(name, value);
        else model.delete(name);
        table = kind === 'set' ? table.set(name, value) : table.delete(name);
        expect(table.size).toBe(model.size);
        expect(table.get(name)).toBe(model.get(name));
        expect(table.has(name)).toBe(model.has(name));
      }
      expect(new Map(table)).toEqual(model);
      expect([...table.keys()].sort()).toEqual([...model.keys()].sort());
      expect([...table.values()].sort()).toEqual([...model.values()].sort());
    }),
  );
});

test('KER-24: every version of a table stays what it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      let table: Table<number> = emptyTable();
      const versions = steps.map(({ kind, key: name, value }) => {
        table = kind === 'set' ? table.set(name, value) : table.delete(name);
        return { table, copy: new Map(table) };
      });
      for (const version of versions) expect(new Map(version.table)).toEqual(version.copy);
    }),
  );
});

test('KER-24: the same history gives the same order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const run = () =>
        steps.reduce<Table<number>>(
          (table, { kind, key: name, value }) =>
            kind === 'set' ? table.set(name, value) : table.delete(name),
          emptyTable(),
        );
      expect([...run().entries()]).toEqual([...run().entries()]);
    }),
  );
});
