import type { EntryRange, LogKey } from '@kanribo/application';
import {
  MemoryStore,
  type ToyOffice,
  caller,
  contractId,
  newInstance,
  reopened,
  toyOffice,
} from '@kanribo/application/testing';
import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

const contracts = [contractId('first-2026'), contractId('second-2026')] as const;
const question = { balanceOf: 'a' };

/** Notes whose register is read, and may be told what to do then. */
class WatchedStore extends MemoryStore {
  readonly read: string[] = [];
  onRead: () => void = () => undefined;

  override entries(key: LogKey, range: EntryRange): ReturnType<MemoryStore['entries']> {
    if (key.log === 'register') {
      this.read.push(key.contractId);
      this.onRead();
    }
    return super.entries(key, range);
  }
}

/** Two contracts with a payment each, which nobody has read since the start. */
async function started(): Promise<ToyOffice & { readonly store: WatchedStore }> {
  const store = new WatchedStore();
  const office = toyOffice({ store });
  const instance = await newInstance(office);
  for (const [index, id] of contracts.entries()) {
    await instance.openContract(id, caller(index));
    const command = { account: 'a', amount: 7 };
    await instance.execute(id, { ...caller(10 + index), command });
  }
  store.read.length = 0;
  return { ...office, store };
}

test('SRV-37: all contracts are read before anybody asks, and not again for a question', async () => {
  const office = await started();
  const instance = await reopened(office);
  const stop = readAhead({ instance, log: expect.unreachable });
  await expect.poll(() => office.store.read).toEqual(contracts);
  await stop();
  for (const [index, id] of contracts.entries()) {
    expect(await instance.ask(id, { ...caller(20 + index), question })).toMatchObject({ value: 7 });
  }
  expect(office.store.read).toEqual(contracts);
});

test('SRV-37: reading ahead that is stopped ends after the contract under way', async () => {
  const office = await started();
  const instance = await reopened(office);
  const ended = Promise.withResolvers<void>();
  const stop = readAhead({ instance, log: expect.unreachable });
  office.store.onRead = () => ended.resolve(stop());
  await ended.promise;
  expect(office.store.read).toEqual(contracts.slice(0, 1));
});

test('SRV-37: what cannot be read ahead is said, and read when somebody asks', async () => {
  const office = await started();
  const instance = await reopened(office);
  office.store.onRead = () => {
    throw new RangeError('a bad moment');
  };
  const said = Promise.withResolvers<string>();
  const stop = readAhead({ instance, log: said.resolve });
  expect(await said.promise).toBe('reading ahead: RangeError: a bad moment');
  await stop();
  office.store.onRead = () => undefined;
  const asked = instance.ask(contracts[0], { ...caller(20), question });
  expect(await asked).toMatchObject({ value: 7 });
});
