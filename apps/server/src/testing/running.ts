import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, createInstance } from '@kanribo/application';
import { openFormRenderer } from '@kanribo/forms';
import { type ContractId, momentOf, parseContractId } from '@kanribo/kernel';
import { createKeys } from '@kanribo/keys';
import { rules } from '@kanribo/office';
import { openDatabase, openStore } from '@kanribo/store';
import { createTestDatabase } from '@kanribo/store/testing';
import { randomBytes } from 'node:crypto';
import type { Parts } from '../parts.ts';
import { MemorySignIn, type TestAccount } from './memory-sign-in.ts';
import { freshId, people, setUpSample } from './sample-contract.ts';

const idOf = (text: string): ContractId => {
  const parsed = parseContractId(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

/** Two contracts with the same kinds of people. */
export const [alpha, beta] = [idOf('alpha'), idOf('beta')];

const bound = (person: string, contract = alpha) => ({ bindings: [{ contract, person }] });

/** An account for each part somebody may have. */
export const accounts: readonly TestAccount[] = [
  { id: 'account-1', signInId: 'administrator', isAdministrator: true },
  { id: 'account-2', signInId: 'chief-officer', ...bound(people.chiefOfficer) },
  { id: 'account-3', signInId: 'audit-officer', ...bound(people.auditOfficer) },
  { id: 'account-4', signInId: 'manager', ...bound(people.manager) },
  { id: 'account-5', signInId: 'handler', ...bound(people.handler) },
  { id: 'account-6', signInId: 'client-officer', ...bound(people.clientOfficer) },
  { id: 'account-7', signInId: 'worker', ...bound(people.worker) },
  { id: 'account-8', signInId: 'leaver', ...bound(people.leaver) },
  { id: 'account-9', signInId: 'other-chief-officer', ...bound(people.chiefOfficer, beta) },
  { id: 'account-10', signInId: 'other-manager', ...bound(people.manager, beta) },
];

/** Everything a server of a test stands on. */
export interface TestParts {
  readonly parts: Parts;
  readonly signIn: MemorySignIn;
  /** What the server wrote to its own log. */
  readonly logged: string[];
  close(): Promise<void>;
}

/** A database with two contracts, keys and accounts. */
export async function openTestParts(): Promise<TestParts> {
  const made = await createTestDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-server-'));
  const keys = await createKeys({
    directory: join(directory, 'keys'),
    protection: { kind: 'file' },
  });
  if (!keys.ok) throw new Error(keys.error.code);
  const database = await openDatabase({ url: made.url });
  const store = openStore(database, (id) => keys.value.evidenceKey(id));
  const clock: Clock = { now: () => momentOf(Date.now()) };
  const sha256 = (bytes: Uint8Array) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
  const random = { bytes: (count: number) => Uint8Array.from(randomBytes(count)) };
  const tools = { store, keys: keys.value, clock, random, sha256, rules };
  const instance = await createInstance(tools, 'test.example');
  if (!instance.ok) throw new Error(instance.error.code);
  for (const id of [alpha, beta]) await setUpSample(instance.value, id, clock.now());
  const signIn = new MemorySignIn(accounts);
  const renderer = openFormRenderer();
  const logged: string[] = [];
  const parts: Parts = {
    instance: instance.value,
    store,
    signIn,
    renderer,
    clock,
    sha256,
    freshId,
    release: '0.0.0',
    machine: { database: 'PostgreSQL', keysDirectory: '/keys' },
    log: (line) => logged.push(line),
  };
  return {
    parts,
    signIn,
    logged,
    close: async () => {
      await renderer.close();
      await database.close();
      await made.close();
      await rm(directory, { recursive: true });
    },
  };
}
