import { expect, test } from 'vitest';
import type { EntryRange } from '../ports.ts';
import { faultyStore } from '../testing/faulty-store.ts';
import { MemoryStore } from '../testing/memory-store.ts';
import { contractId } from '../testing/teller.ts';
import { caller, newInstance, toyOffice } from '../testing/toy-office.ts';

const toy = contractId('toy-2026');
const registerKey = { contractId: toy, log: 'register' } as const;

/** A register of so many entries with particulars, but for every third, and what is read of it. */
async function noted(size: number) {
  const inner = new MemoryStore();
  const store = faultyStore(inner, () => 'none');
  const instance = await newInstance(toyOffice({ store }));
  await instance.openContract(toy, caller(900));
  for (let number = 0; number < size; number += 1) {
    const note = number % 3 === 2 ? {} : { note: `n${number}` };
    const command = { account: 'a', amount: 1, ...note };
    await instance.execute(toy, { ...caller(number), command });
  }
  await instance.erase(toy, { ...caller(901), sequence: 4, reason: 'request' });
  const read: Record<'entries' | 'particulars', EntryRange[]> = { entries: [], particulars: [] };
  store.entries = (key, range) => {
    if (key.log === registerKey.log) read.entries.push(range);
    return inner.entries(key, range);
  };
  store.particulars = (key, range) => {
    read.particulars.push(range);
    return inner.particulars(key, range);
  };
  let calls = 1_000;
  const ask = (sequences: readonly number[]) =>
    instance.readParticulars(toy, { ...caller((calls += 1)), sequences });
  return { read, ask };
}

const expected = (sequence: number) => {
  if (sequence === 4) return { status: 'erased', by: 60 };
  if (sequence % 3 === 2 || sequence >= 60) return { status: 'none' };
  return { status: 'known', values: { note: `n${sequence}` } };
};

test('INS-7: particulars of entries near one another are read at once, each as if alone', async () => {
  const { read, ask } = await noted(60);
  const sequences = [58, 3, 4, 5, 3, 0, 59, 99];
  expect(await ask(sequences)).toEqual(sequences.map(expected));
  expect(read.entries).toEqual([
    { from: 0, to: 6 },
    { from: 58, to: 60 },
    { from: 99, to: 100 },
  ]);
  expect(read.particulars).toEqual(read.entries.slice(0, 2));
});

test('INS-7: of entries that never had particulars none are read', async () => {
  const { read, ask } = await noted(12);
  expect(await ask([2, 5, 11, 8])).toEqual([2, 5, 11, 8].map(expected));
  expect(read).toEqual({ entries: [{ from: 2, to: 12 }], particulars: [] });
  expect(await ask([])).toEqual([]);
  expect(read.entries).toHaveLength(1);
});
