import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  type Clock,
  type Instance,
  type InstanceTools,
  type OnStep,
  createInstance,
  openInstance,
} from '@kanribo/application';
import {
  HandClock,
  type ToyTypes,
  caller,
  contractId,
  seededRandom,
  sha256,
  toyRules,
} from '@kanribo/application/testing';
import type { Result } from '@kanribo/kernel';
import { type KeyDirectory, type OnStep as OnKeysStep, createKeys, openKeys } from '@kanribo/keys';
import { type Database, type DatabaseLocation, openDatabase, openStore } from '@kanribo/store';

/** Where an instance is: its database, and its keys apart from it. */
export interface Place {
  readonly database: DatabaseLocation;
  readonly keysDirectory: string;
}

/** An instance of the toy domain on a real database and real keys. */
export interface Office {
  readonly database: Database;
  readonly keys: KeyDirectory;
  readonly tools: InstanceTools<ToyTypes>;
  readonly instance: Instance<ToyTypes>;
}

/** The contract all of it is about. */
export const toy = contractId('toy-2026');
export const registerKey = { contractId: toy, log: 'register' } as const;
export const accessKey = { contractId: toy, log: 'access' } as const;

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

/** Opens the instance of a place, as a process does that starts; where there is none it is made. */
export async function openOffice(
  { database: location, keysDirectory: directory }: Place,
  how: {
    readonly seed: number;
    readonly clock?: Clock;
    readonly onStep?: OnStep;
    readonly onKeysStep?: OnKeysStep;
  },
): Promise<Office> {
  const { seed, clock = clockOf(seed), onStep, onKeysStep: onKeys } = how;
  const isNew = !existsSync(directory);
  const which = { directory, ...(onKeys !== undefined && { onStep: onKeys }) };
  const protection = { kind: 'file' } as const;
  const keys = valueOf(isNew ? await createKeys({ ...which, protection }) : await openKeys(which));
  const database = await openDatabase(location);
  const store = openStore(database, (id) => keys.evidenceKey(id));
  const random = seededRandom(seed * 7919 + 1);
  const tools = { store, keys, clock, random, sha256, rules: toyRules, onStep };
  if (!isNew) return { database, keys, tools, instance: valueOf(await openInstance(tools)) };
  const instance = valueOf(await createInstance(tools, 'test.example'));
  valueOf(await instance.openContract(toy, caller(1)));
  return { database, keys, tools, instance };
}

function clockOf(seed: number): Clock {
  const clock = new HandClock();
  clock.advance(seed * 1000);
  return clock;
}

/** Bytes as they are handed in as evidence. */
export async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new Uint8Array(Buffer.from(text));
}

/** The SHA-256 of a text, in lower-case hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
