import {
  type Instance,
  type InstanceTools,
  createInstance,
  openInstance,
} from '@kanribo/application';
import { type ToyTypes, contractId, toyRules } from '@kanribo/application/testing';
import { createKeys, openKeys } from '@kanribo/keys';
import { openDatabase, openStore } from '@kanribo/store';
import { freshCommandId, platform } from '../platform.ts';
import { secrets } from './run-cli.ts';

/** The contract of {@link liveToyContract}. */
const toyContract = contractId('toy-2026');

/** Where an instance of tests is. */
export interface ToyPlace {
  readonly url: string;
  readonly keysDirectory: string;
}

/** Makes keys, an instance and a contract with a piece of evidence and so many payments. */
export async function liveToyContract(place: ToyPlace, payments: number): Promise<void> {
  const protection = { kind: 'passphrase', passphrase: secrets.KANRIBO_PASSPHRASE } as const;
  const keys = await createKeys({ directory: place.keysDirectory, protection });
  if (!keys.ok) throw new Error(keys.error.code);
  await withToyTools(place, async (tools) => {
    const made = await createInstance(tools, 'test.example');
    if (!made.ok) throw new Error(made.error.code);
    const opened = await made.value.openContract(toyContract, caller());
    if (!opened.ok) throw new Error(opened.error.code);
    const digest = await made.value.keepEvidence(toyContract, scan());
    await pay(made.value, payments, `sha256:${digest}`);
  });
}

/** Adds so many payments to the contract. */
export function payMore(place: ToyPlace, payments: number): Promise<void> {
  return withToyTools(place, async (tools) => {
    const opened = await openInstance(tools);
    if (!opened.ok) throw new Error(opened.error.code);
    await pay(opened.value, payments, undefined);
  });
}

async function pay(
  instance: Instance<ToyTypes>,
  payments: number,
  scanned: string | undefined,
): Promise<void> {
  for (let number = 0; number < payments; number += 1) {
    const payment = { account: `a${number % 5}`, amount: 10, note: `覚書 ${number}` };
    const command = number === 2 && scanned !== undefined ? { ...payment, scan: scanned } : payment;
    const done = await instance.execute(toyContract, { ...caller(), command });
    if (!done.ok) throw new Error(done.error.code);
  }
}

async function withToyTools(
  { url, keysDirectory }: ToyPlace,
  use: (tools: InstanceTools<ToyTypes>) => Promise<void>,
): Promise<void> {
  const passphrase = secrets.KANRIBO_PASSPHRASE;
  const keys = await openKeys({ directory: keysDirectory, passphrase });
  if (!keys.ok) throw new Error(keys.error.code);
  const database = await openDatabase({ url });
  try {
    const store = openStore(database, (id) => keys.value.evidenceKey(id));
    await use({ ...platform, store, keys: keys.value, rules: toyRules });
  } finally {
    await database.close();
  }
}

const caller = () => ({ id: freshCommandId(), actor: 'person-1' });

async function* scan(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a scan of a receipt');
}
