import { expect, test } from 'vitest';
import {
  type AccountOffice,
  type SignedUp,
  accountOffice,
  goodPassword,
  valueOf,
  visitor,
} from '../testing/account-office.ts';
import { toyCode, toyHasher, toyPasskeyAnswer, toyPasskeys } from '../testing/toy-sign-in.ts';
import type { AccountsParts } from './accounts.ts';

const minute = 60_000;
const nextPassword = 'あおい自転車が8時に出る';

async function signedIn(overrides: Partial<AccountsParts> = {}) {
  const office = await accountOffice(overrides);
  const who = await office.firstAdministrator();
  return { office, who, accounts: office.accounts, ...(await office.signedIn(who)) };
}

test('ACC-14: a session ends half an hour after its last use', async () => {
  const { office, accounts, token } = await signedIn();
  for (let round = 0; round < 4; round += 1) {
    office.wait(29 * minute);
    expect(await accounts.session(token)).toMatchObject({ kind: 'full' });
  }
  office.wait(31 * minute);
  expect(await accounts.session(token)).toBeUndefined();
});

test('ACC-14: a session ends twelve hours after its beginning, used or not', async () => {
  const { office, accounts, token, session } = await signedIn();
  for (let round = 0; round < 36; round += 1) {
    office.wait(20 * minute);
    expect(await accounts.session(token)).toMatchObject({ endsAt: session.endsAt });
  }
  office.wait(1);
  expect(await accounts.session(token)).toBeUndefined();
});

test('ACC-14: a made-up token has no session', async () => {
  const { accounts, token } = await signedIn();
  expect(await accounts.session(`${token}A`)).toBeUndefined();
  expect(await accounts.session('')).toBeUndefined();
});

test('ACC-15: sessions are listed and ended singly', async () => {
  const { office, who, accounts, token, session } = await signedIn();
  const other = await office.signedIn(who);
  const listed = await accounts.sessions(session);
  expect(listed).toMatchObject([
    { id: other.session.id, isThis: false, ...visitor },
    { id: session.id, isThis: true },
  ]);
  valueOf(await accounts.revoke(session, other.session.id));
  expect(await accounts.session(other.token)).toBeUndefined();
  expect(await accounts.revoke(session, other.session.id)).toMatchObject({
    error: { code: 'session-unknown' },
  });
  await accounts.signOut(session);
  expect(await accounts.session(token)).toBeUndefined();
});

test('ACC-15: nobody ends or lists the sessions of another', async () => {
  const { office, accounts, token, session } = await signedIn();
  const other = await office.signedIn(await office.invited(session, 'tanto'));
  expect(await accounts.revoke(other.session, session.id)).toMatchObject({
    error: { code: 'session-unknown' },
  });
  expect(await accounts.sessions(other.session)).toHaveLength(1);
  expect(await accounts.session(token)).toMatchObject({ kind: 'full' });
});

test('ACC-15: the history of an account is its owner’s, the newest first', async () => {
  const { office, who, accounts, session } = await signedIn();
  await accounts.signIn({ ...who, password: 'ちがうパスワードです!', ...visitor });
  await office.signedIn(who);
  const events = await accounts.history(session);
  expect(events.map(({ declaration }) => declaration)).toEqual([
    'account/signed-in@1',
    'account/signed-in@1',
    'account/activated@1',
    'account/recovery-codes-made@1',
    'account/factor-added@1',
    'account/password-set@1',
    'account/invited@1',
  ]);
  expect(events[0]).toMatchObject({ actor: who.account, facts: { factor: 'totp', failures: 1 } });
});

test('ACC-16: suspending an account ends its sessions at once, also where rows are left', async () => {
  const { office, accounts, session } = await signedIn();
  const other = await office.invited(session, 'tanto');
  const { token } = await office.signedIn(other);
  office.store.dropSessions = async () => {
    throw new Error('killed');
  };
  await expect(accounts.suspend(session, other.account)).rejects.toThrow('killed');
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.signIn({ ...other, ...visitor })).toMatchObject({
    error: { code: 'account-suspended', because: 'decided' },
  });
});

test('ACC-16: the sessions of an account are ended by who administers it', async () => {
  const { office, accounts, session } = await signedIn();
  const other = await office.invited(session, 'tanto');
  const { token, session: ended } = await office.signedIn(other);
  expect(await accounts.endSessions(ended, session.account)).toMatchObject({
    error: { code: 'not-allowed' },
  });
  valueOf(await accounts.endSessions(session, other.account));
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.account(ended)).toBeUndefined();
  expect(await office.signedIn(other)).toMatchObject({ session: { account: other.account } });
});

/** A clerk's session that is ended, by the deed given, while what it proves is looked at. */
async function endedAmid(ending: 'all' | 'one') {
  const meanwhile: (() => Promise<unknown>)[] = [];
  const endings = async () => {
    for (const end of meanwhile.splice(0)) await end();
  };
  const { office, accounts, session } = await signedIn({
    passkeys: {
      ...toyPasskeys,
      registered: async (what) => {
        await endings();
        return toyPasskeys.registered(what);
      },
    },
    passwords: {
      ...toyHasher,
      hash: async (password) => {
        await endings();
        return toyHasher.hash(password);
      },
    },
  });
  const clerk = await office.invited(session, 'tanto');
  const { session: by } = await office.signedIn(clerk);
  const end = () =>
    ending === 'all' ? accounts.endSessions(session, clerk.account) : accounts.revoke(by, by.id);
  const rows = async () => (await office.store.sessionsOf(clerk.account)).length;
  return { office, accounts, clerk, by, rows, amid: () => meanwhile.push(end) };
}

test('ACC-16: what a session began that was ended meanwhile changes nothing, and it stays ended', async () => {
  const { office, accounts, clerk, by, rows, amid } = await endedAmid('all');
  const options = valueOf(await accounts.beginPasskey(by));
  amid();
  const answer = toyPasskeyAnswer(options, 'key-of-another');
  const over = { ok: false, error: { code: 'session-over' } };
  expect(await accounts.addPasskey(by, { answer, label: '窓口', endOthers: true })).toEqual(over);
  const again = await office.signedIn(clerk);
  amid();
  const change = { current: goodPassword, next: nextPassword };
  expect(await accounts.changePassword(again.session, change)).toEqual(over);
  expect(await rows()).toBe(0);
  const own = await accounts.account((await office.signedIn(clerk)).session);
  expect(own?.factors.map(({ kind }) => kind)).toEqual(['totp']);
});

test('ACC-34: a session that was ended singly meanwhile does not go on under a new token', async () => {
  const { accounts, by, rows, amid } = await endedAmid('one');
  const options = valueOf(await accounts.beginPasskey(by));
  amid();
  const answer = toyPasskeyAnswer(options, 'key-of-clerk');
  const added = await accounts.addPasskey(by, { answer, label: '窓口', endOthers: true });
  expect(valueOf(added)).not.toHaveProperty('token');
  expect(await rows()).toBe(0);
});

test('ACC-17: a new password ends every session but goes on with the one that set it', async () => {
  const { office, who, accounts, token, session } = await signedIn();
  const other = await office.signedIn(who);
  const change = { current: goodPassword, next: nextPassword };
  expect(await accounts.changePassword(session, { ...change, current: 'x' })).toMatchObject({
    error: { code: 'sign-in-wrong' },
  });
  expect(await accounts.changePassword(session, { ...change, next: 'short' })).toMatchObject({
    error: { code: 'password-too-short' },
  });
  const changed = valueOf(await accounts.changePassword(session, change));
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.session(other.token)).toBeUndefined();
  expect(await accounts.session(changed.token)).toMatchObject({ account: who.account });
  expect(await accounts.signIn({ ...who, ...visitor })).toMatchObject({ ok: false });
  await office.signedIn({ ...who, password: nextPassword });
});

test('ACC-17: a new password ends every session, also where their rows are left', async () => {
  const { office, accounts, token, session } = await signedIn();
  office.store.dropSessions = async () => {
    throw new Error('killed');
  };
  const change = { current: goodPassword, next: nextPassword };
  await expect(accounts.changePassword(session, change)).rejects.toThrow('killed');
  expect(await accounts.session(token)).toBeUndefined();
});

test('ACC-18: proving anew takes password and second factor', async () => {
  const { office, who, accounts, token, session } = await signedIn();
  office.wait(5 * minute);
  const prove = (password: string, code: string) =>
    accounts.reauthenticate(session, { password, second: { kind: 'totp', code } });
  expect(await prove('x', office.code(who))).toMatchObject({ error: { code: 'sign-in-wrong' } });
  expect(await prove(goodPassword, '000000')).toMatchObject({ error: { code: 'factor-wrong' } });
  expect(await accounts.session(token)).toMatchObject({
    reauthenticatedAt: session.reauthenticatedAt,
  });
  const proved = valueOf(await prove(goodPassword, office.code(who)));
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.session(proved.token)).toMatchObject({
    reauthenticatedAt: office.office.clock.now(),
  });
});

test('ACC-18: a session that was ended while somebody proved anew does not go on', async () => {
  const { office, who, accounts, token, session } = await signedIn();
  office.wait(5 * minute);
  const code = office.code(who);
  const second = { kind: 'totp', code } as const;
  const [proved] = await Promise.all([
    accounts.reauthenticate(session, { password: goodPassword, second }),
    accounts.signOut(session),
  ]);
  expect(proved).toMatchObject({ ok: false, error: { code: 'session-over' } });
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.sessions(session)).toEqual([]);
});

test('ACC-18: wrong passwords within a session count as failures', async () => {
  const { accounts, session } = await signedIn();
  const second = { kind: 'totp', code: '000000' } as const;
  for (let count = 0; count < 5; count += 1) {
    await accounts.reauthenticate(session, { password: 'x', second });
  }
  expect(await accounts.reauthenticate(session, { password: 'x', second })).toMatchObject({
    error: { code: 'delayed' },
  });
});

test('ACC-19: a new authenticator app takes the place of the former one', async () => {
  const { office, who, accounts, session } = await signedIn();
  const begun = valueOf(await accounts.beginTotp(session));
  const now = Date.parse(office.office.clock.now());
  expect(await accounts.addTotp(session, { factor: begun.factor, code: '000000' })).toMatchObject({
    error: { code: 'factor-wrong' },
  });
  expect(await accounts.addTotp(session, { factor: 'no-such', code: '000000' })).toMatchObject({
    error: { code: 'factor-unknown' },
  });
  const code = toyCode(begun.secret, now);
  valueOf(await accounts.addTotp(session, { factor: begun.factor, code }));
  expect((await accounts.account(session))?.factors).toMatchObject([{ id: begun.factor }]);
  await expect(office.signedIn(who)).rejects.toThrow('factor-wrong');
  await office.signedIn({ ...who, secret: begun.secret });
});

test('ACC-19: the last factor cannot be taken away, another one can', async () => {
  const { accounts, session } = await signedIn();
  const factors = async () => (await accounts.account(session))?.factors ?? [];
  const [totp] = await factors();
  expect(await accounts.removeFactor(session, { factor: totp?.id ?? '' })).toMatchObject({
    error: { code: 'last-factor' },
  });
  const options = valueOf(await accounts.beginPasskey(session));
  const answer = { id: 'key-1', challenge: options['challenge'] ?? '', userVerified: true };
  const { factor } = valueOf(await accounts.addPasskey(session, { answer, label: '職場のPC' }));
  expect(await factors()).toMatchObject([{ kind: 'totp' }, { id: factor, label: '職場のPC' }]);
  valueOf(await accounts.removeFactor(session, { factor: totp?.id ?? '' }));
  expect(await factors()).toMatchObject([{ id: factor }]);
});

test('ACC-21: an account nobody used for 90 days is suspended, the last administrator’s is not', async () => {
  const { office, who, accounts, session } = await signedIn();
  const used = await office.invited(session, 'used');
  const unused = await office.invited(session, 'unused');
  office.wait(89 * 24 * 60 * minute);
  await accounts.tick();
  await office.signedIn(used);
  office.wait(2 * 24 * 60 * minute);
  const refusal = { error: { code: 'account-suspended', because: 'dormant' } };
  expect(await accounts.signIn({ ...unused, ...visitor })).toMatchObject(refusal);
  await accounts.tick();
  const states = (await accounts.list(session)).map(({ signInId, status }) => [signInId, status]);
  expect(states).toEqual([
    [who.signInId, 'active'],
    ['used', 'active'],
    ['unused', 'suspended'],
  ]);
  office.wait(91 * 24 * 60 * minute);
  await accounts.tick();
  expect((await accounts.list(session)).map(({ status }) => status)).toEqual([
    'active',
    'suspended',
    'suspended',
  ]);
});

async function restarted({ office }: { readonly office: AccountOffice }, who: SignedUp) {
  const after = await office.afterRestart();
  return { after, ...(await after.signedIn(who)) };
}

test('ACC-25: what no entry names goes after a day, what counts stays', async () => {
  const lived = await signedIn();
  const { office, who, accounts, session } = lived;
  valueOf(await accounts.beginTotp(session));
  valueOf(await accounts.beginPasskey(session));
  const before = (await office.store.secretIds()).length;
  await accounts.tick();
  expect(await office.store.secretIds()).toHaveLength(before);
  office.wait(24 * 60 * minute + 1);
  await accounts.tick();
  expect(await office.store.secretIds()).toHaveLength(12);
  expect(await office.store.sessionsOf(who.account)).toHaveLength(0);
  expect((await restarted(lived, who)).session).toMatchObject({ account: who.account });
});

test('ACC-34: with a change of factors all other sessions end, where that is asked for', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const other = await office.signedIn(who);
  const here = await office.signedIn(who);
  const { accounts } = office;
  office.wait(5 * minute);
  const begun = valueOf(await accounts.beginTotp(here.session));
  const proof = { factor: begun.factor, code: office.code(begun) };
  const changed = valueOf(await accounts.addTotp(here.session, { ...proof, endOthers: true }));
  expect(await accounts.session(other.token)).toBeUndefined();
  expect(await accounts.session(here.token)).toBeUndefined();
  const after = await accounts.session(changed.token ?? '');
  expect(after).toMatchObject({ kind: 'full', account: who.account });
  if (after?.kind !== 'full') throw new Error('no session');
  expect(after.reauthenticatedAt).toBe(here.session.reauthenticatedAt);
  const [first, second] = await accounts.history(after);
  expect([first?.declaration, second?.declaration]).toEqual([
    'account/sessions-ended@1',
    'account/factor-added@1',
  ]);
});

test('ACC-34: where it is not asked for, sessions go on as they were', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const other = await office.signedIn(who);
  const here = await office.signedIn(who);
  const { accounts } = office;
  const begun = valueOf(await accounts.beginTotp(here.session));
  const proof = { factor: begun.factor, code: office.code(begun) };
  expect(valueOf(await accounts.addTotp(here.session, { ...proof, endOthers: false }))).toEqual({});
  for (const { token } of [other, here]) expect(await accounts.session(token)).toBeDefined();
});
