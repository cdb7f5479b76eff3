import type { AccountSecret, AccountStore, StoredSession } from '@kanribo/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { type TestDatabase, createTestDatabase } from '../testing/index.ts';
import { openAccountStore } from './account-store.ts';

const key = new Uint8Array(32).fill(5);
const sixteen = Array.from({ length: 16 }, (_, index) => index);
let place: TestDatabase;
let database: Database;
let store: AccountStore;

beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url });
  store = openAccountStore(database, async () => key);
});

afterAll(async () => {
  await database.close();
  await place.close();
});

const secret = (id: string, change: Partial<AccountSecret> = {}): AccountSecret => ({
  id,
  account: 'account-1',
  kind: 'totp',
  value: Buffer.from('a secret value of twenty'),
  counter: 0,
  madeMs: 1_700_000_000_000,
  ...change,
});

const session = (id: string, change: Partial<StoredSession> = {}): StoredSession => ({
  id,
  account: 'account-7',
  kind: 'full',
  since: 5,
  startedMs: 1_700_000_000_000,
  seenMs: 1_700_000_000_000,
  provedMs: 1_700_000_000_000,
  address: '192.0.2.1',
  agent: 'ブラウザー',
  passkey: null,
  certificate: null,
  ...change,
});

const certificate = { fingerprint: 'ab'.repeat(32), subject: '端末 受付' };

const wins = (answers: readonly boolean[]): number => answers.filter(Boolean).length;

test('ACC-26: a secret comes back as it was kept, and stands sealed in its table', async () => {
  await store.keepSecret(secret('s-1'));
  await store.keepSecret(secret('s-2', { kind: 'password', counter: 3 }));
  const [first, second, ...more] = await store.secrets(['s-1', 's-2', 'no-such']);
  expect({ ...first, value: Buffer.from(first?.value ?? []) }).toEqual(secret('s-1'));
  expect(second).toMatchObject({ kind: 'password', counter: 3 });
  expect(more).toEqual([]);
  expect(await store.secrets([])).toEqual([]);
  const { rows } = await place.asOwner((client) =>
    client.query<{ sealed: Buffer }>('SELECT sealed FROM kanribo.account_secret'),
  );
  for (const { sealed } of rows) expect(sealed.includes('secret value')).toBe(false);
  const again = secret('s-1', { value: Buffer.from('another') });
  await store.keepSecret(again);
  expect(Buffer.from((await store.secrets(['s-1']))[0]?.value ?? []).toString()).toBe('another');
});

test.each([
  ['its bytes', 'SET sealed = set_byte(sealed, 14, get_byte(sealed, 14) # 1)'],
  ['its length', 'SET sealed = substr(sealed, 1, 20)'],
  ['its account', "SET account = 'account-2'"],
  ['its kind', "SET kind = 'password'"],
  ['its kind to none', "SET kind = 'pet'"],
  ['its place', "SET sealed = (SELECT sealed FROM kanribo.account_secret WHERE secret = 't-0')"],
])('ACC-26: a secret is corrupt once somebody changed %s', async (_, change) => {
  await store.keepSecret(secret('t-0'));
  await store.keepSecret(secret('t-1'));
  await place.asOwner((client) =>
    client.query(`UPDATE kanribo.account_secret ${change} WHERE secret = 't-1'`),
  );
  await expect(store.secrets(['t-1'])).rejects.toMatchObject({ code: 'corrupt' });
  await expect(store.secrets(['t-1'])).rejects.not.toThrow(/secret value/);
  await store.dropSecrets(['t-1']);
});

test('ACC-26: under another key nothing opens', async () => {
  await store.keepSecret(secret('u-1'));
  const other = openAccountStore(database, async () => new Uint8Array(32).fill(6));
  await expect(other.secrets(['u-1'])).rejects.toMatchObject({ code: 'corrupt' });
});

test('ACC-27: a counter of a secret is raised by one of sixteen, and never falls', async () => {
  await store.keepSecret(secret('v-1', { counter: 10 }));
  expect(wins(await Promise.all(sixteen.map(() => store.spend('v-1', 11))))).toBe(1);
  expect(await store.spend('v-1', 11)).toBe(false);
  expect(await store.spend('v-1', 10)).toBe(false);
  expect(await store.spend('v-1', 13)).toBe(true);
  expect(await store.spend('no-such', 13)).toBe(false);
  const risen = await Promise.all(sixteen.map((step) => store.spend('v-1', 20 + step)));
  expect(wins(risen)).toBeGreaterThan(0);
  expect(await store.secrets(['v-1'])).toMatchObject([{ counter: 35 }]);
});

test('ACC-27: a challenge is taken by one of sixteen', async () => {
  await store.keepSecret(secret('w-1', { kind: 'challenge' }));
  const taken = await Promise.all(sixteen.map(() => store.takeSecret('w-1')));
  expect(taken.filter((one) => one !== undefined)).toMatchObject([{ id: 'w-1' }]);
});

test('ACC-27: a session is ended by one of sixteen', async () => {
  await store.keepSession(session('x-1'));
  const ended = await Promise.all(sixteen.map(() => store.dropSessions(['x-1', 'x-2'])));
  expect(ended.filter((count) => count === 1)).toHaveLength(1);
  expect(ended.filter((count) => count === 0)).toHaveLength(15);
});

test('ACC-27: a failed attempt is counted by one of sixteen, from none and from some', async () => {
  for (const expected of [0, 1, 2]) {
    const to = { name: 'password/a', count: expected + 1, changedMs: 1 };
    const moved = await Promise.all(sixteen.map(() => store.moveCounter(to, expected)));
    expect(wins(moved)).toBe(1);
  }
  expect(await store.counter('password/a')).toEqual({ name: 'password/a', count: 3, changedMs: 1 });
  const gone = { name: 'password/gone', count: 6, changedMs: 1 };
  expect(await store.moveCounter(gone, 5)).toBe(false);
  expect(await store.counter('password/gone')).toBeUndefined();
});

test('ACC-13: sixteen refusals at once are all counted, and never below none', async () => {
  const add = (name: string, count: number, changedMs = 7) =>
    store.addToCounter({ name, count, changedMs });
  await Promise.all(sixteen.map(() => add('refused/1/a', 1)));
  await add('refused/1/b', -1);
  await add('refused/2/a', 2);
  await add('refused/2/a', -5, 3);
  await add('refused%1', 1);
  expect(await store.counters('refused/')).toEqual([
    { name: 'refused/1/a', count: 16, changedMs: 7 },
    { name: 'refused/1/b', count: 0, changedMs: 7 },
    { name: 'refused/2/a', count: 0, changedMs: 7 },
  ]);
  await store.dropCounters(['refused/1/a', 'refused/1/b', 'refused/2/a', 'refused%1']);
  expect(await store.counters('refused')).toEqual([]);
  await store.dropCounters([]);
});

test('ACC-14: sessions come back, move on in time and go', async () => {
  await store.keepSession(session('y-1', { passkey: 'secret-3' }));
  await store.keepSession(session('y-2', { kind: 'pending', startedMs: 5, certificate }));
  expect(await store.storedSession('y-1')).toEqual(session('y-1', { passkey: 'secret-3' }));
  expect(await store.storedSession('y-9')).toBeUndefined();
  await store.touchSession('y-1', { seenMs: 1_700_000_060_000, provedMs: 1 });
  const touched = session('y-1', { seenMs: 1_700_000_060_000, passkey: 'secret-3' });
  expect(await store.sessionsOf('account-7')).toEqual([
    touched,
    session('y-2', { kind: 'pending', startedMs: 5, certificate }),
  ]);
  await store.dropSessionsBefore(6);
  expect(await store.sessionsOf('account-7')).toEqual([touched]);
  expect(await store.dropSessions([])).toBe(0);
});

test('ACC-25: ids of secrets are told with the time they were made', async () => {
  await store.keepSecret(secret('z-1', { madeMs: 42 }));
  expect(await store.secretIds()).toContainEqual({ id: 'z-1', madeMs: 42 });
  await store.dropSecrets(['z-1']);
  await store.dropSecrets([]);
  expect(await store.secretIds()).not.toContainEqual({ id: 'z-1', madeMs: 42 });
});

test.each([
  ['account', "account = 'account-1'"],
  ['kind', "kind = 'pending'"],
  ['beginning', 'started_ms = started_ms + 1'],
  ['size of the log', 'since = since + 1'],
  ['token', "session = 'q-2'"],
  ['passkey', 'passkey = NULL'],
  ['passkey to another', "passkey = 'secret-4'"],
  ['certificate', 'certificate = NULL'],
  ['certificate to another', "certificate = 'cd'"],
  ['name in its certificate', "certificate_subject = '端末 窓口'"],
])('ACC-26: a session is corrupt once somebody changed its %s', async (_, change) => {
  await store.keepSession(
    session('q-1', { account: 'account-9', passkey: 'secret-3', certificate }),
  );
  await place.asOwner((client) =>
    client.query(`UPDATE kanribo.account_session SET ${change} WHERE session = 'q-1'`),
  );
  const found = await Promise.allSettled([store.storedSession('q-1'), store.storedSession('q-2')]);
  expect(found.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'corrupt' },
  });
  await store.dropSessions(['q-1', 'q-2']);
});

test('ACC-26: a key that cannot be read now is read again', async () => {
  let calls = 0;
  const flaky = openAccountStore(database, async () => {
    calls += 1;
    if (calls === 1) throw new Error('not now');
    return key;
  });
  await expect(flaky.secrets(['no-such'])).rejects.toThrow('not now');
  expect(await flaky.secrets(['no-such'])).toEqual([]);
  expect(await flaky.secrets(['no-such'])).toEqual([]);
  expect(calls).toBe(2);
});
