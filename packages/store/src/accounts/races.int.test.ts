import {
  AccountOffice,
  type SignedUp,
  goodPassword,
  newInstance,
  reopened,
  toyOffice,
  toyPasskeyAnswer,
  valueOf,
  visitor,
} from '@kanribo/application/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { type TestDatabase, createTestDatabase } from '../testing/index.ts';
import { openAccountStore } from './account-store.ts';

const key = new Uint8Array(32).fill(5);
const settings = { freeAttempts: 100, lockAfter: 1_000 };
let place: TestDatabase;
const databases: Database[] = [];
/** Two processes on one database, which go by one clock. */
let one: AccountOffice;
let other: AccountOffice;
let who: SignedUp;

const opened = async (): Promise<Database> => {
  const database = await openDatabase({ url: place.url });
  databases.push(database);
  return database;
};

const storesOf = (database: Database) => ({
  store: openStore(database, async () => key),
  accounts: openAccountStore(database, async () => key),
});

beforeAll(async () => {
  place = await createTestDatabase();
  const first = storesOf(await opened());
  const toy = toyOffice({ store: first.store });
  one = new AccountOffice(toy, await newInstance(toy), { store: first.accounts, settings });
  who = await one.firstAdministrator();
  const second = storesOf(await opened());
  const there = { ...toy, store: second.store, tools: { ...toy.tools, store: second.store } };
  other = new AccountOffice(there, await reopened(there), { store: second.accounts, settings });
});

afterAll(async () => {
  for (const database of databases) await database.close();
  await place.close();
});

type Answer = { readonly ok: boolean };
const wins = (answers: readonly Answer[]): number => answers.filter(({ ok }) => ok).length;

const times = 8;

/** Each time one of both did it. */
const oneEachTime = Array.from({ length: times }, () => 1);

/** Does the same in both processes at once, time after time; how many did it each time. */
async function race(
  ready: (time: number) => Promise<(office: AccountOffice, turn: number) => Promise<Answer>>,
): Promise<readonly number[]> {
  const won: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const act = await ready(time);
    const answers = await Promise.all([act(one, 0), act(other, 1)]);
    won.push(wins(answers));
  }
  return won;
}

const pending = async (office: AccountOffice, person = who): Promise<string> =>
  valueOf(await office.accounts.signIn({ ...person, ...visitor })).token;

/** An invitation that waits, by the administrator. */
async function invitation(signInId: string, isAdministrator = false) {
  const { session } = await one.signedIn(who);
  const names = { signInId, displayName: '担当 太郎', isAdministrator, bindings: [] };
  return { session, ...valueOf(await one.accounts.invite(session, names)) };
}

test('ACC-90: one step of an app signs in in one process', async () => {
  const won = await race(async () => {
    one.wait(30_000);
    const tokens = [await pending(one), await pending(other)];
    const code = one.code(who);
    return (office, turn) => office.accounts.secondFactorTotp(tokens[turn] ?? '', code);
  });
  expect(won).toEqual(oneEachTime);
});

test('ACC-90: one step of an app signs in or proves anew, not both', async () => {
  const won = await race(async () => {
    const { session } = await one.signedIn(who);
    one.wait(30_000);
    const token = await pending(other);
    const code = one.code(who);
    const proof = { password: goodPassword, second: { kind: 'totp', code } } as const;
    return (office, turn) =>
      turn === 0
        ? office.accounts.reauthenticate(session, proof)
        : office.accounts.secondFactorTotp(token, code);
  });
  expect(won).toEqual(oneEachTime);
});

test('ACC-90: one recovery code signs in in one process', async () => {
  const won = await race(async (time) => {
    const tokens = [await pending(one), await pending(other)];
    const code = who.recoveryCodes[time] ?? '';
    return (office, turn) => office.accounts.recoveryCode(tokens[turn] ?? '', code);
  });
  expect(won).toEqual(oneEachTime);
});

test('ACC-90: one invitation makes one account, with what its winner chose', async () => {
  const passwords = [goodPassword, 'あおい自転車が8時に出る'];
  const won = await race(async (time) => {
    const { token, account } = await invitation(`clerk-${time}`);
    const drafts = await Promise.all(
      [one, other].map(async ({ accounts }, turn) =>
        valueOf(
          await accounts.acceptInvitation(token, { password: passwords[turn] ?? '', visitor }),
        ),
      ),
    );
    return async (office, turn) => {
      const { token: draft = '', secret = '' } = drafts[turn] ?? {};
      const made = await office.accounts.confirmTotp(draft, office.code({ secret }));
      const person = { account, secret, signInId: `clerk-${time}`, recoveryCodes: [] };
      const password = passwords[turn] ?? '';
      const signs = () => office.accounts.signIn({ ...person, password, ...visitor });
      if (made.ok) expect((await signs()).ok).toBe(true);
      else expect(made.error.code).toBe('link-unusable');
      return made;
    };
  });
  expect(won).toEqual(oneEachTime);
});

test('ACC-90: one enrolment is confirmed once, and one way back is used once', async () => {
  const won = await race(async (time) => {
    const { token } = await invitation(`twice-${time}`);
    const accepting = { password: goodPassword, visitor };
    const draft = valueOf(await one.accounts.acceptInvitation(token, accepting));
    return (office) => office.accounts.confirmTotp(draft.token, office.code(draft));
  });
  expect(won).toEqual(oneEachTime);
  const { token: link, account } = await invitation('second-administrator', true);
  await one.accepted(link);
  const back = await race(async () => {
    const { token } = valueOf(await one.accounts.offerWayBack(account));
    const accepting = { password: goodPassword, visitor };
    const drafts = await Promise.all(
      [one, other].map(async ({ accounts }) =>
        valueOf(await accounts.acceptInvitation(token, accepting)),
      ),
    );
    return (office, turn) => {
      const { token: draft = '', secret = '' } = drafts[turn] ?? {};
      return office.accounts.confirmTotp(draft, office.code({ secret }));
    };
  });
  expect(back).toEqual(oneEachTime);
});

test('ACC-90: of the last two factors one stays', async () => {
  const won = await race(async (time) => {
    const { token } = await invitation(`two-factors-${time}`);
    const { session } = await one.signedIn(await one.accepted(token));
    const options = valueOf(await one.accounts.beginPasskey(session));
    const answer = toyPasskeyAnswer(options, `key-${time}`);
    valueOf(await one.accounts.addPasskey(session, { answer, label: '鍵' }));
    const factors = (await one.accounts.account(session))?.factors ?? [];
    return (office, turn) =>
      office.accounts.removeFactor(session, { factor: factors[turn]?.id ?? '' });
  });
  expect(won).toEqual(oneEachTime);
});

test('ACC-90: of two administrators who suspend each other at once one stays', async () => {
  const { session: first } = await one.signedIn(who);
  for (const listed of await one.accounts.list(first)) {
    const isThird = listed.isAdministrator && listed.status === 'active';
    if (isThird && listed.id !== first.account)
      valueOf(await one.accounts.suspend(first, listed.id));
  }
  const won: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const { token, session } = await invitation(`rival-${time}`, true);
    const rival = (await other.signedIn(await one.accepted(token))).session;
    const answers = await Promise.all([
      one.accounts.suspend(session, rival.account),
      other.accounts.suspend(rival, session.account),
    ]);
    won.push(wins(answers));
    if (answers[1].ok) {
      valueOf(await other.accounts.resume(rival, session.account));
      valueOf(await one.accounts.suspend(session, rival.account));
    }
  }
  expect(won).toEqual(oneEachTime);
});
