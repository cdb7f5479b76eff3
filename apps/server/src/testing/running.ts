import { hash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AccountSettings,
  Accounts,
  type AccountsParts,
  type Binding,
  type Clock,
  type FullSession,
  createInstance,
} from '@kanribo/application';
import {
  MemoryAccountStore,
  toyCode,
  toyHasher,
  toyPasskeys,
  toyTotp,
} from '@kanribo/application/testing';
import { openFormRenderer } from '@kanribo/forms';
import {
  type ContractId,
  type Moment,
  addDays,
  dayOf,
  momentOf,
  parseContractId,
} from '@kanribo/kernel';
import { createKeys } from '@kanribo/keys';
import { rules } from '@kanribo/office';
import { openAccountStore, openDatabase, openStore } from '@kanribo/store';
import { createTestDatabase } from '@kanribo/store/testing';
import type { Parts } from '../parts.ts';
import { accountRights } from '../sign-in/account-rights.ts';
import { freshId, people, setUpSample } from './sample-contract.ts';

const idOf = (text: string): ContractId => {
  const parsed = parseContractId(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

/** Two contracts with the same kinds of people. */
const [alpha, beta] = [idOf('alpha'), idOf('beta')];

/** Who acts as which person of which contract, by sign-in id. */
const accountsOf: Readonly<Record<string, Binding>> = {
  'chief-officer': { contract: alpha, person: people.chiefOfficer },
  'audit-officer': { contract: alpha, person: people.auditOfficer },
  manager: { contract: alpha, person: people.manager },
  handler: { contract: alpha, person: people.handler },
  'client-officer': { contract: alpha, person: people.clientOfficer },
  worker: { contract: alpha, person: people.worker },
  leaver: { contract: alpha, person: people.leaver },
  target: { contract: alpha, person: people.target },
  'other-chief-officer': { contract: beta, person: people.chiefOfficer },
  'other-manager': { contract: beta, person: people.manager },
};

/** The password of everybody in a test. */
export const password = 'みどりの電車が7時に着く';

/** A clock that goes on as usual and can be sent ahead. */
class AheadClock implements Clock {
  #aheadMs = 0;

  now(): Moment {
    return momentOf(Date.now() + this.#aheadMs);
  }

  /** Goes ahead by so many milliseconds. */
  advance(milliseconds: number): void {
    this.#aheadMs += milliseconds;
  }
}

/** Everything a server of a test stands on. */
export interface TestParts {
  readonly parts: Parts;
  /** The contract that most people of the test are of. */
  readonly contract: ContractId;
  readonly accountsParts: AccountsParts;
  readonly clock: AheadClock;
  /** What the server wrote to its own log. */
  readonly logged: string[];
  /** A code of somebody's authenticator app that was not used yet. */
  code(signInId: string): string;
  close(): Promise<void>;
}

/** Where secrets and sessions are, and how long things last. */
interface TestOptions {
  readonly accounts?: 'in-memory' | 'stored';
  readonly settings?: Partial<AccountSettings>;
}

/** A database with two contracts, keys and accounts. */
export async function openTestParts(options: TestOptions = {}): Promise<TestParts> {
  const made = await createTestDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-server-'));
  const protection = { kind: 'file' } as const;
  const keys = await createKeys({ directory: join(directory, 'keys'), protection });
  if (!keys.ok) throw new Error(keys.error.code);
  const database = await openDatabase({ url: made.url });
  const store = openStore(database, (id) => keys.value.evidenceKey(id));
  const clock = new AheadClock();
  const sha256 = (bytes: Uint8Array) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
  const random = { bytes: (count: number) => Uint8Array.from(randomBytes(count)) };
  const tools = { store, keys: keys.value, clock, random, sha256, rules };
  const instance = await createInstance(tools, 'test.example');
  if (!instance.ok) throw new Error(instance.error.code);
  for (const id of [alpha, beta]) await setUpSample(instance.value, id, clock.now());
  const isStored = options.accounts === 'stored';
  const accountsParts = {
    ...accountsPartsOn(instance.value, tools),
    ...(isStored && { store: openAccountStore(database, () => keys.value.accountsKey()) }),
    settings: options.settings ?? {},
  };
  const accounts = new Accounts(accountsParts);
  const secrets = await signUpEverybody(accounts, clock);
  const renderer = openFormRenderer();
  const logged: string[] = [];
  const parts: Parts = {
    instance: instance.value,
    store,
    keys: keys.value,
    accounts,
    renderer,
    clock,
    sha256,
    freshId,
    release: '0.0.0',
    machine: { database: 'PostgreSQL', keysDirectory: '/keys' },
    issuedDevices: async () => [],
    disks: async () => [{ holds: 'data', freeBytes: 1_000, totalBytes: 9_000 }],
    log: (line) => logged.push(line),
  };
  return {
    parts,
    contract: alpha,
    accountsParts,
    clock,
    logged,
    code: (signInId) => {
      clock.advance(30_000);
      return toyCode(secrets.get(signInId) ?? '', Date.parse(clock.now()));
    },
    close: async () => {
      await renderer.close();
      await database.close();
      await made.close();
      await rm(directory, { recursive: true });
    },
  };
}

type TestInstance = Parts['instance'];
type OnMachine = Pick<AccountsParts, 'clock' | 'random' | 'sha256'> & {
  readonly store: AccountsParts['logs'];
};

/** Accounts with secrets in memory, and libraries as quick as they are weak. */
function accountsPartsOn(
  instance: TestInstance,
  { clock, random, sha256, store }: OnMachine,
): AccountsParts {
  return {
    ledger: instance.ledger,
    logs: store,
    store: new MemoryAccountStore(),
    clock,
    random,
    sha256,
    accountsKey: async () => new Uint8Array(32).fill(7),
    passwords: toyHasher,
    totp: toyTotp,
    passkeys: toyPasskeys,
    relyingParty: undefined,
    rights: accountRights({ instance, freshId, clock }),
    issuer: '管理簿',
  };
}

const visitor = { address: '127.0.0.1' };

/** Makes all accounts by their links; answers the secrets of their authenticator apps. */
async function signUpEverybody(
  accounts: Accounts,
  clock: AheadClock,
): Promise<ReadonlyMap<string, string>> {
  const secrets = new Map<string, string>();
  const confirm = async (begun: Awaited<ReturnType<Accounts['acceptSetUp']>>) => {
    if (!begun.ok) throw new Error(begun.error.code);
    const { token, signInId, secret } = begun.value;
    await accounts.confirmTotp(token, toyCode(secret, Date.parse(clock.now())));
    secrets.set(signInId, secret);
  };
  const link = await accounts.firstSetUpLink();
  const first = { signInId: 'administrator', displayName: '管理 花子', password, visitor };
  await confirm(await accounts.acceptSetUp(link?.token ?? '', first));
  const by = await administratorOf(accounts, clock, secrets);
  for (const [signInId, binding] of Object.entries(accountsOf)) {
    const who = { signInId, displayName: '見本', isAdministrator: false, bindings: [binding] };
    const invited = await accounts.invite(by, who);
    if (!invited.ok) throw new Error(invited.error.code);
    await confirm(await accounts.acceptInvitation(invited.value.token, { password, visitor }));
  }
  const today = dayOf(clock.now());
  for (const [signInId, until] of [
    ['auditor', addDays(today, 30)],
    ['auditor-past', today],
    ['audit-target', today],
  ] as const) {
    const audits = [{ contract: alpha, until }];
    const who = { signInId, displayName: '見本', isAdministrator: false, bindings: [], audits };
    const invited = await accounts.invite(by, who);
    if (!invited.ok) throw new Error(invited.error.code);
    await confirm(await accounts.acceptInvitation(invited.value.token, { password, visitor }));
  }
  return secrets;
}

async function administratorOf(
  accounts: Accounts,
  clock: AheadClock,
  secrets: ReadonlyMap<string, string>,
): Promise<FullSession> {
  clock.advance(30_000);
  const first = await accounts.signIn({ signInId: 'administrator', password, ...visitor });
  if (!first.ok) throw new Error(first.error.code);
  const code = toyCode(secrets.get('administrator') ?? '', Date.parse(clock.now()));
  const second = await accounts.secondFactorTotp(first.value.token, code);
  if (!second.ok) throw new Error(second.error.code);
  return second.value.session;
}
