import { expect, test } from 'vitest';
import { entriesOf } from '../testing/teller.ts';
import {
  type AccountOffice,
  type SignedUp,
  accountOffice,
  goodPassword,
  valueOf,
  visitor,
} from '../testing/account-office.ts';
import { toyPasskeyAnswer } from '../testing/toy-sign-in.ts';
import { instanceId } from '../instance/instance-log.ts';
import type { AccountsParts } from './accounts.ts';

const instanceKey = { contractId: instanceId, log: 'instance' } as const;

async function withAdministrator(overrides: Partial<AccountsParts> = {}): Promise<{
  readonly office: AccountOffice;
  readonly who: SignedUp;
}> {
  const office = await accountOffice(overrides);
  const who = await office.firstAdministrator();
  office.wait(30_000);
  return { office, who };
}

const pendingToken = async ({ accounts }: AccountOffice, who: SignedUp): Promise<string> =>
  valueOf(await accounts.signIn({ ...who, ...visitor })).token;

test('ACC-6: an unknown id and a wrong password are refused alike', async () => {
  const { office, who } = await withAdministrator();
  for (const attempt of [
    { ...who, password: 'ちがうパスワードです!' },
    { signInId: 'nobody', password: goodPassword },
  ]) {
    expect(await office.accounts.signIn({ ...attempt, ...visitor })).toEqual({
      ok: false,
      error: { code: 'sign-in-wrong' },
    });
  }
});

test('ACC-6: nothing is done for an account there is that is not done for one there is not', async () => {
  let asked = 0;
  const isLastChiefOfficer = async () => {
    asked += 1;
    return false;
  };
  const { office, who } = await withAdministrator({
    rights: {
      mayManage: async () => false,
      mayLetAudit: async () => false,
      isLastChiefOfficer,
    },
  });
  const { session } = await office.signedIn(who);
  await office.invited(session, 'tanto');
  asked = 0;
  const calls: string[] = [];
  for (const name of ['secrets', 'counter', 'moveCounter', 'addToCounter'] as const) {
    const real = office.store[name].bind(office.store);
    Reflect.set(office.store, name, (...given: unknown[]): unknown => {
      calls.push(name);
      const answer: unknown = Reflect.apply(real, undefined, given);
      return answer;
    });
  }
  const callsOf = async (signInId: string) => {
    calls.length = 0;
    await office.accounts.signIn({ signInId, password: 'ちがうパスワードです!', ...visitor });
    return [...calls];
  };
  expect(await callsOf('tanto')).toEqual(await callsOf('nobody'));
  expect(calls).toContain('secrets');
  expect(asked).toBe(0);
});

test('ACC-6: after the first step nothing but the second can be done, for ten minutes', async () => {
  const { office, who } = await withAdministrator();
  const { accounts } = office;
  const { token, session } = valueOf(await accounts.signIn({ ...who, ...visitor }));
  expect(session).toMatchObject({ kind: 'pending', factors: ['totp', 'recovery-code'] });
  expect(await accounts.session(token)).toEqual(session);
  const disguised = {
    ...session,
    kind: 'full',
    signInId: who.signInId,
    displayName: '',
    isAdministrator: true,
    administersElsewhere: false,
    device: null,
    certificate: null,
    bindings: [],
    audits: [],
    startedAt: office.office.clock.now(),
    endsAt: office.office.clock.now(),
    reauthenticatedAt: office.office.clock.now(),
  } as const;
  expect(await accounts.account(disguised)).toBeUndefined();
  expect(await accounts.renewRecoveryCodes(disguised)).toMatchObject({ ok: false });
  office.wait(600_001);
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.secondFactorTotp(token, office.code(who))).toMatchObject({
    error: { code: 'session-over' },
  });
});

test('ACC-6: the second step gives a new token and ends the one of the first', async () => {
  const { office, who } = await withAdministrator();
  const pending = await pendingToken(office, who);
  const { token } = valueOf(await office.accounts.secondFactorTotp(pending, office.code(who)));
  expect(token).not.toBe(pending);
  expect(await office.accounts.session(pending)).toBeUndefined();
  expect(await office.accounts.session(token)).toMatchObject({ kind: 'full' });
});

test('ACC-7: a code is used once, also by sixteen at the same time', async () => {
  const { office, who } = await withAdministrator({
    settings: { freeAttempts: 100, lockAfter: 100 },
  });
  const tokens: string[] = [];
  for (let count = 0; count < 16; count += 1) tokens.push(await pendingToken(office, who));
  const code = office.code(who);
  const answers = await Promise.all(
    tokens.map((token) => office.accounts.secondFactorTotp(token, code)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const again = await office.accounts.secondFactorTotp(await pendingToken(office, who), code);
  expect(again).toMatchObject({ error: { code: 'code-used' } });
});

test('ACC-12: who was let through the first step before the lock does not come through the second', async () => {
  const { office, who } = await withAdministrator({ settings: { freeAttempts: 1_000 } });
  const { accounts } = office;
  const { session } = await office.signedIn(who);
  const other = await office.invited(session, 'tanto');
  const { token: before } = await office.signedIn(other);
  const token = await pendingToken(office, other);
  const withCode = await pendingToken(office, other);
  for (let count = 0; count < 20; count += 1) {
    await accounts.signIn({ signInId: 'tanto', password: 'ちがうパスワードです!', ...visitor });
  }
  office.wait(30_000);
  const over = { ok: false, error: { code: 'session-over' } };
  expect(await accounts.secondFactorTotp(token, office.code(other))).toEqual(over);
  expect(await accounts.recoveryCode(withCode, other.recoveryCodes[0] ?? '')).toEqual(over);
  expect(await accounts.session(before)).toMatchObject({ kind: 'full' });
});

test.each([
  ['now', 0, undefined],
  ['one step ahead', 30_000, undefined],
  ['one step behind', -30_000, 'code-used'],
  ['three minutes ahead', 180_000, 3],
  ['eight minutes behind', -480_000, -8],
  ['twelve minutes ahead', 720_000, 'factor-wrong'],
])('ACC-8: a code of %s is taken, or says by how much the clocks differ', async (_, ms, told) => {
  const { office, who } = await withAdministrator();
  const answer = await office.accounts.secondFactorTotp(
    await pendingToken(office, who),
    office.code(who, ms),
  );
  if (told === undefined) expect(answer).toMatchObject({ ok: true });
  else if (typeof told === 'string') expect(answer).toMatchObject({ error: { code: told } });
  else expect(answer).toEqual({ ok: false, error: { code: 'clocks-differ', minutes: told } });
});

test('ACC-9: a passkey proves the second step to a challenge that is answered once', async () => {
  const { office, who } = await withAdministrator();
  const { accounts } = office;
  const { session } = await office.signedIn(who);
  const made = toyPasskeyAnswer(valueOf(await accounts.beginPasskey(session)), 'key-1', 1);
  valueOf(await accounts.addPasskey(session, { answer: made, label: '職場のPC' }));
  expect(await accounts.addPasskey(session, { answer: made, label: '二度' })).toMatchObject({
    error: { code: 'factor-wrong' },
  });
  const prove = async (counter: number, change = {}) => {
    const token = await pendingToken(office, who);
    const options = valueOf(await accounts.secondFactorPasskeyOptions(token));
    const answer = { ...toyPasskeyAnswer(options, 'key-1', counter), ...change };
    return { token, answer, answered: await accounts.secondFactorPasskey(token, answer) };
  };
  expect((await prove(2, { userVerified: false })).answered).toMatchObject({
    error: { code: 'factor-wrong' },
  });
  const { token, answer, answered } = await prove(2);
  expect(answered).toMatchObject({ ok: true });
  expect(await accounts.secondFactorPasskey(token, answer)).toMatchObject({ ok: false });
  expect((await prove(2)).answered).toMatchObject({ error: { code: 'code-used' } });
});

test('ACC-9: a challenge is answered within five minutes', async () => {
  const { office, who } = await withAdministrator();
  const { accounts } = office;
  const { session } = await office.signedIn(who);
  const answer = async () =>
    toyPasskeyAnswer(valueOf(await accounts.beginPasskey(session)), 'key-1');
  const late = await answer();
  office.wait(300_001);
  expect(await accounts.addPasskey(session, { answer: late, label: '遅い' })).toMatchObject({
    error: { code: 'factor-wrong' },
  });
  valueOf(await accounts.addPasskey(session, { answer: await answer(), label: '間に合う' }));
});

test('ACC-9: without a host name there are no passkeys', async () => {
  const { office, who } = await withAdministrator({ relyingParty: undefined });
  const { session } = await office.signedIn(who);
  expect(await office.accounts.beginPasskey(session)).toMatchObject({
    error: { code: 'passkeys-unavailable' },
  });
});

test('ACC-10: a recovery code is taken once, in any spelling, and new ones void all others', async () => {
  const { office, who } = await withAdministrator();
  const { accounts } = office;
  const [first = '', second = ''] = who.recoveryCodes;
  expect(first).toMatch(/^(?:[A-Z2-9]{4}-){5}[A-Z2-9]{4}$/);
  const use = async (code: string) => accounts.recoveryCode(await pendingToken(office, who), code);
  const used = valueOf(await use(first.toLowerCase().replaceAll('-', ' ')));
  expect(used.recoveryCodesLeft).toBe(9);
  expect(await use(first)).toMatchObject({ error: { code: 'code-used' } });
  const renewed = valueOf(await accounts.renewRecoveryCodes(used.session));
  expect(await use(second)).toMatchObject({ error: { code: 'factor-wrong' } });
  expect(await use(renewed.recoveryCodes[3] ?? '')).toMatchObject({ ok: true });
});

test('ACC-11: the wait grows by account, and what comes within it is not counted', async () => {
  const { office, who } = await withAdministrator({ settings: { lastOneDelayMs: 900_000 } });
  const { accounts } = office;
  const wrong = { signInId: who.signInId, password: 'ちがうパスワードです!' };
  let address = 0;
  const fail = () => {
    address += 1;
    return accounts.signIn({ ...wrong, address: `198.51.100.${address}` });
  };
  for (let count = 0; count < 5; count += 1) {
    expect(await fail()).toMatchObject({ error: { code: 'sign-in-wrong' } });
  }
  const waits: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const refused = await fail();
    expect(await fail()).toEqual(refused);
    if (refused.ok || refused.error.code !== 'delayed') throw new Error('not delayed');
    waits.push(refused.error.waitSeconds);
    office.wait(refused.error.waitSeconds * 1_000);
    expect(await fail()).toMatchObject({ error: { code: 'sign-in-wrong' } });
  }
  expect(waits).toEqual([1, 2, 4, 8]);
  office.wait(900_000);
  expect(await office.signedIn(who)).toMatchObject({ session: { kind: 'full' }, failures: 9 });
  expect(await fail()).toMatchObject({ error: { code: 'sign-in-wrong' } });
});

test('ACC-11: the wait grows by address, whichever account is tried; a right password costs none', async () => {
  const { office, who } = await withAdministrator();
  const attempt = async (signInId: string) =>
    office.accounts.signIn({ signInId, password: 'ちがうパスワードです!', ...visitor });
  for (let count = 0; count < 20; count += 1) {
    expect(await office.signedIn(who)).toMatchObject({ session: { kind: 'full' } });
  }
  for (let count = 0; count < 5; count += 1) await attempt(`nobody-${count}`);
  expect(await attempt('nobody-9')).toMatchObject({ error: { code: 'delayed' } });
  const elsewhere = { ...who, address: '198.51.100.1' };
  expect(await office.accounts.signIn(elsewhere)).toMatchObject({ ok: true });
  office.wait(3_600_001);
  expect(await attempt('nobody-9')).toMatchObject({ error: { code: 'sign-in-wrong' } });
});

test('ACC-11: many attempts at once are looked at one by one', async () => {
  const { office } = await withAdministrator();
  const answers = await Promise.all(
    Array.from({ length: 16 }, () =>
      office.accounts.signIn({ signInId: 'nobody', password: 'x', ...visitor }),
    ),
  );
  const looked = answers.filter((answer) => !answer.ok && answer.error.code === 'sign-in-wrong');
  expect(looked.length).toBeLessThanOrEqual(5);
});

test('ACC-12: after many failures an account is locked; somebody else unlocks it', async () => {
  const { office, who } = await withAdministrator({ settings: { freeAttempts: 1_000 } });
  const { accounts } = office;
  const { session } = await office.signedIn(who);
  const other = await office.invited(session, 'tanto');
  for (let count = 0; count < 20; count += 1) {
    await accounts.signIn({ signInId: 'tanto', password: 'ちがうパスワードです!', ...visitor });
  }
  expect(await accounts.signIn({ ...other, ...visitor })).toEqual({
    ok: false,
    error: { code: 'account-locked' },
  });
  expect(await accounts.signIn({ ...other, password: 'x', ...visitor })).toEqual({
    ok: false,
    error: { code: 'sign-in-wrong' },
  });
  expect(await accounts.unlock(session, session.account)).toMatchObject({
    error: { code: 'second-person-needed' },
  });
  valueOf(await accounts.unlock(session, other.account));
  expect(await accounts.unlock(session, other.account)).toMatchObject({
    error: { code: 'not-locked' },
  });
  expect(await office.signedIn(other)).toMatchObject({ failures: 0 });
  const entries = await entriesOf(office.office.store, instanceKey);
  expect(entries.find(({ declaration }) => declaration === 'account/unlocked@1')).toMatchObject({
    actor: session.account,
    facts: { account: other.account },
  });
});

test.each([
  ['administrator', {}],
  [
    'chief officer',
    {
      rights: {
        mayManage: async () => false,
        mayLetAudit: async () => false,
        isLastChiefOfficer: async () => true,
      },
    },
  ],
])('ACC-12: the last %s is never locked, and waits five seconds', async (role, overrides) => {
  const { office, who } = await withAdministrator(overrides);
  const { accounts } = office;
  let last = who;
  if (role === 'chief officer') {
    const { session } = await office.signedIn(who);
    await office.invited(session, 'other', { isAdministrator: true });
    last = await office.invited(session, 'tanto');
  }
  for (let count = 0; count < 60; count += 1) {
    const address = `198.51.100.${count}`;
    await accounts.signIn({ ...last, password: 'ちがうパスワードです!', address });
    office.wait(5_000);
  }
  expect(await office.signedIn(last)).toMatchObject({ session: { kind: 'full' } });
  const { state } = await office.instance.ledger.current();
  expect(state.accounts.accounts.get(last.account)?.isLocked).toBe(false);
});

test('ACC-13: refusals are entered once a minute, by hashed address', async () => {
  const { office } = await withAdministrator();
  const { accounts } = office;
  const before = (await entriesOf(office.office.store, instanceKey)).length;
  for (let count = 0; count < 300; count += 1) {
    const address = `198.51.100.${count % 3}`;
    await accounts.signIn({ signInId: `nobody-${count}`, password: 'x', address });
  }
  await accounts.tick();
  expect((await entriesOf(office.office.store, instanceKey)).length).toBe(before);
  office.wait(120_000);
  await accounts.tick();
  await accounts.tick();
  const added = (await entriesOf(office.office.store, instanceKey)).slice(before);
  expect(added).toHaveLength(1);
  expect(added[0]).toMatchObject({
    declaration: 'account/refused-many@1',
    facts: {
      count: 300,
      addressCount: 3,
      addresses: [{ count: 100 }, { count: 100 }, { count: 100 }],
    },
  });
  expect(JSON.stringify(added)).not.toContain('198.51');
});

test('ACC-13: what was refused before anybody looked at who asks is counted too', async () => {
  const { office } = await withAdministrator();
  await office.accounts.noteRefusal('198.51.100.7');
  await office.accounts.noteRefusal('198.51.100.7');
  office.wait(120_000);
  await office.accounts.tick();
  const entries = await entriesOf(office.office.store, instanceKey);
  expect(entries.at(-1)).toMatchObject({
    declaration: 'account/refused-many@1',
    facts: { count: 2, addressCount: 1 },
  });
});

test('ACC-13: what was counted before a crash is entered after it, once', async () => {
  const { office } = await withAdministrator();
  await office.accounts.signIn({ signInId: 'nobody', password: 'x', ...visitor });
  office.wait(120_000);
  const dropCounters = office.store.dropCounters.bind(office.store);
  office.store.dropCounters = async () => {
    throw new Error('killed');
  };
  await expect(office.accounts.tick()).rejects.toThrow('killed');
  office.store.dropCounters = dropCounters;
  const after = await office.afterRestart();
  await after.accounts.tick();
  const entries = await entriesOf(office.office.store, instanceKey);
  const refused = entries.filter(({ declaration }) => declaration === 'account/refused-many@1');
  expect(refused).toHaveLength(1);
  expect(await office.store.counters('refused/')).toEqual([]);
});
