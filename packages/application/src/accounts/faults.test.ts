import { expect, test } from 'vitest';
import {
  AccountOffice,
  accountOffice,
  goodPassword,
  valueOf,
  visitor,
} from '../testing/account-office.ts';
import { NoAnswer } from '../testing/faulty-store.ts';
import { MemoryAccountStore } from '../testing/memory-account-store.ts';
import { entriesOf } from '../testing/teller.ts';
import { newInstance, toyOffice } from '../testing/toy-office.ts';
import { instanceId } from '../instance/instance-log.ts';
import type { AccountStore } from './ports.ts';

const nextPassword = 'あおい自転車が8時に出る';
const writes = [
  'keepSecret',
  'spend',
  'takeSecret',
  'dropSecrets',
  'keepSession',
  'touchSession',
  'dropSessions',
  'moveCounter',
  'addToCounter',
  'dropCounters',
] as const;

/** Lets the write of this number fail: before it happens, or after. */
class Mishaps {
  at = Number.POSITIVE_INFINITY;
  isLost = true;
  count = 0;

  async befall<T>(call: () => Promise<T>): Promise<T> {
    const isHit = this.count === this.at;
    this.count += 1;
    if (isHit && this.isLost) throw new NoAnswer('lost');
    const answer = await call();
    if (isHit) throw new NoAnswer('answer lost');
    return answer;
  }

  /** Each write of a store goes through this. */
  on(store: AccountStore): AccountStore {
    const through = (name: (typeof writes)[number]) => {
      const real: unknown = Reflect.get(store, name);
      if (typeof real !== 'function') throw new Error(name);
      const call = (...given: unknown[]): Promise<unknown> =>
        this.befall(async () => {
          const answer: unknown = await Reflect.apply(real, store, given);
          return answer;
        });
      Reflect.set(store, name, call);
    };
    for (const name of writes) through(name);
    return store;
  }
}

interface Story {
  readonly office: AccountOffice;
  readonly mishaps: Mishaps;
}

/** An office whose instance log also loses writes now and then. */
async function fragileOffice(): Promise<Story> {
  const mishaps = new Mishaps();
  const place = toyOffice();
  const append = place.store.append.bind(place.store);
  place.store.append = (key, group) => mishaps.befall(() => append(key, group));
  const store = mishaps.on(new MemoryAccountStore());
  return { mishaps, office: new AccountOffice(place, await newInstance(place), { store }) };
}

const wrong = 'ちがうパスワードです!';

/** A life of an account; what it does may be done again from its beginning after any failure. */
const deeds: Readonly<Record<string, (office: AccountOffice, step: Memory) => Promise<void>>> = {
  async 'the first administrator'(office, memory) {
    if ((await office.accounts.firstSetUpLink()) !== undefined) {
      memory.who = await office.firstAdministrator();
    }
  },
  async 'a sign-in'(office, memory) {
    memory.session = (await office.signedIn(memory.person())).session;
  },
  async 'a failed sign-in'(office, memory) {
    await office.accounts.signIn({ ...memory.person(), password: wrong, ...visitor });
  },
  async 'an invitation'(office, memory) {
    const { session } = await office.signedIn(memory.person());
    const listed = (await office.accounts.list(session)).find(({ status }) => status === 'invited');
    const invitation = { displayName: '担当', isAdministrator: false, bindings: [] };
    memory.token =
      listed === undefined
        ? valueOf(await office.accounts.invite(session, { ...invitation, signInId: 'tanto' })).token
        : valueOf(await office.accounts.inviteAgain(session, listed.id)).token;
  },
  async 'an acceptance'(office, memory) {
    const begun = await office.accounts.acceptInvitation(memory.token, {
      password: goodPassword,
      visitor,
    });
    if (!begun.ok) return;
    office.wait(30_000);
    const code = office.code(begun.value);
    valueOf(await office.accounts.confirmTotp(begun.value.token, code));
  },
  async 'a new password'(office, memory) {
    const current = memory.password;
    const { session } = await office.signedIn({ ...memory.person(), password: current });
    const next = current === goodPassword ? nextPassword : goodPassword;
    valueOf(await office.accounts.changePassword(session, { current, next }));
    memory.password = next;
  },
};

class Memory {
  who: Awaited<ReturnType<AccountOffice['firstAdministrator']>> | undefined;
  session: Awaited<ReturnType<AccountOffice['signedIn']>>['session'] | undefined;
  token = '';
  password = goodPassword;

  person() {
    if (this.who === undefined) throw new Error('nobody yet');
    return { ...this.who, password: this.password };
  }
}

async function doDeed(office: AccountOffice, memory: Memory, name: string): Promise<void> {
  await deeds[name]?.(office, memory);
}

const names = ['a sign-in', 'a failed sign-in', 'an invitation', 'an acceptance'];

test.each([...names, 'a new password'])(
  'ACC-23: %s: whichever write fails, the same can be done again to its end',
  async (name) => {
    for (const isLost of [true, false]) {
      for (let at = 0, wasHit = true; wasHit; at += 1) {
        const { office, mishaps } = await fragileOffice();
        const memory = new Memory();
        await doDeed(office, memory, 'the first administrator');
        if (name === 'an acceptance') await doDeed(office, memory, 'an invitation');
        mishaps.count = 0;
        Object.assign(mishaps, { at, isLost });
        await doDeed(office, memory, name).catch(() => undefined);
        wasHit = mishaps.count > at;
        mishaps.at = Number.POSITIVE_INFINITY;
        const after = await office.afterRestart();
        await eitherPassword(after, memory, name);
        expect(await office.store.counters('second/')).toBeDefined();
      }
    }
  },
);

/** The deed done again; of a password that was being set either the old or the new one counts. */
async function eitherPassword(after: AccountOffice, memory: Memory, name: string): Promise<void> {
  const attempts = [memory.password, goodPassword, nextPassword];
  const outcomes: unknown[] = [];
  for (const password of attempts) {
    memory.password = password;
    try {
      await doDeed(after, memory, name);
      await doDeed(after, memory, 'a sign-in');
      return;
    } catch (error) {
      outcomes.push(error);
    }
  }
  throw new AggregateError(outcomes, name);
}

test('ACC-23: however the first enrolment is cut off, the link or the account is there', async () => {
  for (const isLost of [true, false]) {
    for (let at = 0, wasHit = true; wasHit; at += 1) {
      const { office, mishaps } = await fragileOffice();
      const link = (await office.accounts.firstSetUpLink())?.token ?? '';
      const accepting = { signInId: 'admin-one', displayName: '花子', password: goodPassword };
      mishaps.count = 0;
      Object.assign(mishaps, { at, isLost });
      const enrol = async () => {
        const begun = valueOf(await office.accounts.acceptSetUp(link, { ...accepting, visitor }));
        secret = begun.secret;
        valueOf(await office.accounts.confirmTotp(begun.token, office.code(begun)));
      };
      let secret = '';
      await enrol().catch(() => undefined);
      wasHit = mishaps.count > at;
      mishaps.at = Number.POSITIVE_INFINITY;
      if (await office.accounts.isSetUpUsable(link)) await enrol();
      const after = await office.afterRestart();
      const who = { ...accepting, account: 'account-1', secret, recoveryCodes: [] };
      expect((await after.signedIn(who)).session).toMatchObject({ isAdministrator: true });
    }
  }
});

test('ACC-46: however the use of a way back is cut off, what was or what is new counts', async () => {
  for (const isLost of [true, false]) {
    for (let at = 0, wasHit = true; wasHit; at += 1) {
      const { office, mishaps } = await fragileOffice();
      const former = await office.firstAdministrator();
      const { token } = valueOf(await office.accounts.offerWayBack('account-1'));
      mishaps.count = 0;
      Object.assign(mishaps, { at, isLost });
      let secret = '';
      const comeBack = async () => {
        const accepting = { password: nextPassword, visitor };
        const begun = valueOf(await office.accounts.acceptInvitation(token, accepting));
        secret = begun.secret;
        valueOf(await office.accounts.confirmTotp(begun.token, office.code(begun)));
      };
      await comeBack().catch(() => undefined);
      wasHit = mishaps.count > at;
      mishaps.at = Number.POSITIVE_INFINITY;
      if ((await office.accounts.invitation(token)) !== undefined) {
        await office.signedIn(former);
        await comeBack();
      }
      const after = await office.afterRestart();
      const who = { ...former, secret, password: nextPassword };
      expect((await after.signedIn(who)).session).toMatchObject({ isAdministrator: true });
      const old = await after.accounts.signIn({ ...former, ...visitor });
      expect(old).toMatchObject({ ok: false });
    }
  }
});

test('ACC-23: no session is without the entry of its sign-in', async () => {
  for (let at = 0, wasHit = true; wasHit; at += 1) {
    const { office, mishaps } = await fragileOffice();
    const who = await office.firstAdministrator();
    mishaps.count = 0;
    mishaps.at = at;
    await office.signedIn(who).catch(() => undefined);
    wasHit = mishaps.count > at;
    mishaps.at = Number.POSITIVE_INFINITY;
    const full = (await office.store.sessionsOf(who.account)).filter(({ kind }) => kind === 'full');
    const key = { contractId: instanceId, log: 'instance' } as const;
    const entries = await entriesOf(office.office.store, key);
    const signIns = entries.filter(({ declaration }) => declaration === 'account/signed-in@1');
    expect(full.length).toBeLessThanOrEqual(signIns.length);
  }
});

test('ACC-24: nothing that is kept or said shows a secret, a name or an address in a fact', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const { session, token } = await office.signedIn(who);
  const invitation = {
    signInId: 'tanto-yamada',
    displayName: '山田 太郎',
    isAdministrator: false,
    bindings: [],
  };
  const invited = valueOf(await office.accounts.invite(session, invitation));
  await office.accepted(invited.token);
  await office.accounts.signIn({ ...who, password: wrong, ...visitor });
  office.wait(180_000);
  await office.accounts.tick();
  const key = { contractId: instanceId, log: 'instance' } as const;
  const entries = (await entriesOf(office.office.store, key))
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
    .join('\n');
  const sessions = JSON.stringify(await office.store.sessionsOf(who.account));
  const counters = JSON.stringify(await office.store.counters(''));
  const secrets = [token, invited.token, goodPassword, wrong, who.secret, ...who.recoveryCodes];
  for (const secret of secrets) {
    for (const text of [entries, sessions, counters]) expect(text).not.toContain(secret);
  }
  for (const named of ['admin-one', '花子', 'tanto-yamada', '山田', visitor.address]) {
    for (const text of [entries, counters]) expect(text).not.toContain(named);
  }
});
