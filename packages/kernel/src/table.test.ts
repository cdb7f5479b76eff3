import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft, type Table, emptyTable } from './table.ts';

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

test('KER-24: versions that branch off any other, read in any order, stay what they are', () => {
  const branching = fc.record({ from: fc.nat(), step, read: fc.nat(), keysRead: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(branching, { maxLength: 150 }), (branchings) => {
      const versions = [{ table: emptyTable<number>(), model: new Map<string, number>() }];
      for (const {
        from,
        step: { kind, key: name, value },
        read,
        keysRead,
      } of branchings) {
        const base = pick(versions, from);
        const other = pick(versions, read);
        const keys = other.table.keys();
        const first = take(keys, keysRead);
        const model = new Map(base.model);
        if (kind === 'set') model.set(name, value);
        else model.delete(name);
        const table = kind === 'set' ? base.table.set(name, value) : base.table.delete(name);
        expect(other.table.get(name)).toBe(other.model.get(name));
        expect(other.table.has(name)).toBe(other.model.has(name));
        expect([...first, ...keys].sort()).toEqual([...other.model.keys()].sort());
        versions.push({ table, model });
      }
      for (const { table, model } of versions) {
        expect(table.size).toBe(model.size);
        expect(new Map(table)).toEqual(model);
      }
    }),
  );
});

test('KER-32: a draft changes in place until it is sealed, and what it was made of stays', () => {
  fc.assert(
    fc.property(fc.array(step), fc.array(step), fc.array(step), (before, within, after) => {
      const taken = (table: Table<number>, { kind, key: name, value }: (typeof before)[number]) =>
        kind === 'set' ? table.set(name, value) : table.delete(name);
      const original = before.reduce(taken, emptyTable<number>());
      const plain = within.reduce(taken, original);
      const draft = new Draft();
      const drafted = original.draft(draft);
      const inner = drafted.empty<number>();
      for (const one of within) {
        expect(taken(drafted, one)).toBe(drafted);
        taken(inner, one);
      }
      expect([...drafted]).toEqual([...plain]);
      expect(drafted.size).toBe(plain.size);
      expect([...inner].sort()).toEqual([...within.reduce(taken, emptyTable<number>())].sort());
      draft.seal();
      const later = after.reduce(taken, drafted);
      expect([...later]).toEqual([...after.reduce(taken, plain)]);
      expect([...drafted]).toEqual([...plain]);
      expect(inner.set('a', -1)).not.toBe(inner);
      expect([...original]).toEqual([...before.reduce(taken, emptyTable<number>())]);
    }),
  );
});

test('KER-32: places of keys deleted in a draft do not pile up', () => {
  const drafted = filled('kept').draft(new Draft());
  for (let number = 0; number < 20_000; number += 1) {
    expect(drafted.set(`${number}`, number).delete(`${number}`).size).toBe(100);
  }
  expect([...drafted.keys()]).toEqual([...filled('kept').keys()]);
});

test('KER-24: a version that is read often, and branches written by turns, are no slower for it', () => {
  let [left, right] = [filled('left'), filled('left')];
  const old = left;
  for (let number = 0; number < 20_000; number += 1) {
    left = left.set(`left-${number}`, number);
    right = (number === 0 ? left : right).set(`right-${number}`, number);
  }
  expect(Array.from({ length: 20_000 }, () => old.has('left-100'))).not.toContain(true);
  expect([left.size, right.size]).toEqual([20_000, 20_100]);
});

test('KER-24: places of deleted keys do not pile up', () => {
  let table = filled('kept');
  for (let number = 0; number < 20_000; number += 1) {
    table = table.set(`${number}`, number).delete(`${number}`);
    expect(new Set(table.keys()).size).toBe(100);
  }
  expect([...table.keys()]).toEqual([...filled('kept').keys()]);
});

function filled(name: string): Table<number> {
  const keys = Array.from({ length: 100 }, (_, number) => `${name}-${number}`);
  return keys.reduce<Table<number>>((table, key_, at) => table.set(key_, at), emptyTable());
}

function pick<T>(values: readonly T[], at: number): T {
  const value = values[at % values.length];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}

function take(keys: IterableIterator<string>, count: number): readonly string[] {
  const taken: string[] = [];
  while (taken.length < count) {
    const next = keys.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

test('KER-24: the same history gives the same order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const run = () =>
        steps.reduce<Table<number>>(
          (table, { kind, key: name, value }) =>
            kind === 'set' ? table.set(name, value) : table.delete(name),
          emptyTable(),
        );
      const order = [...run().entries()];
      expect([...run().entries()]).toEqual(order);
      const table = run();
      const tried = table.set('tried', 0).delete('a').set('a', 1);
      for (const name of table.keys()) table.delete(name).set(name, 1);
      expect(tried.has('tried')).toBe(true);
      expect([...table.entries()]).toEqual(order);
    }),
  );
});
