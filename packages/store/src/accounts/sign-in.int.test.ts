import {
  AccountOffice,
  type SignedUp,
  newInstance,
  reopened,
  toyOffice,
  valueOf,
  visitor,
} from '@kanribo/application/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { type TestDatabase, type Wire, createTestDatabase, openWire } from '../testing/index.ts';
import { openAccountStore } from './account-store.ts';

const key = new Uint8Array(32).fill(5);
const settings = { freeAttempts: 100, lockAfter: 1_000 };
let place: TestDatabase;
let wire: Wire;
let database: Database;
let office: AccountOffice;
let who: SignedUp;

beforeAll(async () => {
  place = await createTestDatabase();
  wire = await openWire(place.url);
  database = await openDatabase({ url: wire.url });
  const store = openStore(database, async () => key);
  const toy = toyOffice({ store });
  const accounts = openAccountStore(database, async () => key);
  office = new AccountOffice(toy, await newInstance(toy), { store: accounts, settings });
  who = await office.firstAdministrator();
});

afterAll(async () => {
  await database.close();
  await wire.close();
  await place.close();
});

test('ACC-7: of sixteen uses of one code at the same time one wins', async () => {
  office.wait(30_000);
  const tokens = [];
  for (let count = 0; count < 16; count += 1) {
    tokens.push(valueOf(await office.accounts.signIn({ ...who, ...visitor })).token);
  }
  const code = office.code(who);
  const answers = await Promise.all(
    tokens.map((token) => office.accounts.secondFactorTotp(token, code)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('ACC-10: of sixteen uses of one recovery code at the same time one wins', async () => {
  const tokens = [];
  for (let count = 0; count < 16; count += 1) {
    tokens.push(valueOf(await office.accounts.signIn({ ...who, ...visitor })).token);
  }
  const answers = await Promise.all(
    tokens.map((token) => office.accounts.recoveryCode(token, who.recoveryCodes[0] ?? '')),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('ACC-6: of sixteen second steps with one token one gets a session', async () => {
  office.wait(30_000);
  const { token } = valueOf(await office.accounts.signIn({ ...who, ...visitor }));
  const before = (await office.store.sessionsOf(who.account)).filter(({ kind }) => kind === 'full');
  const answers = await Promise.all(
    [office.code(who), ...who.recoveryCodes.slice(1, 4)].map((code) =>
      code.length === 6
        ? office.accounts.secondFactorTotp(token, code)
        : office.accounts.recoveryCode(token, code),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const after = (await office.store.sessionsOf(who.account)).filter(({ kind }) => kind === 'full');
  expect(after.length).toBe(before.length + 1);
});

test('ACC-23: another process on the same database sees the same sessions and ends them', async () => {
  const { token, session } = await office.signedIn(who);
  const second = await openDatabase({ url: place.url });
  const store = openStore(second, async () => key);
  const toy = { ...office.office, store, tools: { ...office.office.tools, store } };
  const other = new AccountOffice(toy, await reopened(toy), {
    store: openAccountStore(second, async () => key),
    settings,
  });
  expect(await other.accounts.session(token)).toEqual(session);
  await other.accounts.signOut(session);
  expect(await office.accounts.session(token)).toBeUndefined();
  await second.close();
});

test.each(['before-send', 'after-commit'] as const)(
  'ACC-23: a session whose making is cut off %s leaves nothing that hinders the next',
  async (moment) => {
    office.wait(30_000);
    const { token } = valueOf(await office.accounts.signIn({ ...who, ...visitor }));
    wire.cutNext('account-keep-session', moment);
    await expect(office.accounts.secondFactorTotp(token, office.code(who))).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect((await office.signedIn(who)).session).toMatchObject({ account: who.account });
  },
);
