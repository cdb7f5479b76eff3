import { expect, test } from 'vitest';
import { type ContractId, parseContractId } from '@kanribo/kernel';
import {
  type AccountOffice,
  accountOffice,
  goodPassword,
  valueOf,
  visitor,
} from '../testing/account-office.ts';
import type { Binding } from './account-state.ts';
import type { FullSession } from './sessions.ts';

const day = 86_400_000;

function contractId(text: string): ContractId {
  const parsed = parseContractId(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const toy = contractId('toy-2026');
const other = contractId('other-2026');
const manager: Binding = { contract: toy, person: 'person-1' };
const handler: Binding = { contract: toy, person: 'person-2' };
const invitation = { displayName: '担当', isAdministrator: false, bindings: [] };

/** An administrator, and a manager of `toy-2026` who may manage all but person-9 there. */
async function staffed(): Promise<{
  readonly office: AccountOffice;
  readonly admin: FullSession;
  readonly manages: FullSession;
}> {
  const office = await accountOffice({
    rights: {
      mayManage: async (by, whom) => by.person === 'person-1' && whom !== 'person-9',
      mayLetAudit: async ({ person }) => person === 'person-1',
      isLastChiefOfficer: async () => false,
    },
  });
  const { session: admin } = await office.signedIn(await office.firstAdministrator());
  const who = await office.invited(admin, 'manager', { bindings: [manager] });
  return { office, admin, manages: (await office.signedIn(who)).session };
}

test('ACC-3, ACC-22: a manager invites for persons the contract lets them manage, no one else', async () => {
  const { office, manages } = await staffed();
  const tries: readonly (readonly [string, readonly Binding[], boolean])[] = [
    ['nobody', [], false],
    ['higher', [{ contract: toy, person: 'person-9' }], false],
    ['elsewhere', [{ contract: other, person: 'person-2' }], false],
    ['both', [handler, { contract: other, person: 'person-2' }], false],
    ['admin-two', [handler], true],
  ];
  for (const [signInId, bindings, isAdministrator] of tries) {
    const what = { ...invitation, signInId, bindings, isAdministrator };
    expect(await office.accounts.invite(manages, what)).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
  }
  const invited = await office.invited(manages, 'handler', { bindings: [handler] });
  expect((await office.signedIn(invited)).session.bindings).toEqual([handler]);
  const twice = { ...invitation, signInId: 'second', bindings: [handler] };
  expect(await office.accounts.invite(manages, twice)).toMatchObject({
    error: { code: 'person-bound' },
  });
});

test('ACC-3: a manager lists and manages only accounts all of whose persons they manage', async () => {
  const { office, admin, manages } = await staffed();
  const { accounts } = office;
  const both = await office.invited(admin, 'both', {
    bindings: [handler, { contract: other, person: 'person-2' }],
  });
  expect((await accounts.list(manages)).map(({ signInId }) => signInId)).toEqual(['manager']);
  expect((await accounts.list(admin)).map(({ signInId }) => signInId)).toEqual([
    'admin-one',
    'manager',
    'both',
  ]);
  for (const account of [both.account, admin.account]) {
    expect(await accounts.suspend(manages, account)).toMatchObject({
      error: { code: 'not-allowed' },
    });
  }
  expect(await accounts.suspend(manages, 'account-99')).toMatchObject({
    error: { code: 'account-unknown' },
  });
});

test('ACC-3: who was suspended or unbound meanwhile does nothing more with an old session', async () => {
  const { office, admin, manages } = await staffed();
  const { accounts } = office;
  valueOf(await accounts.unbind(admin, manages.account, manager));
  const what = { ...invitation, signInId: 'handler', bindings: [handler] };
  expect(await accounts.invite(manages, what)).toMatchObject({ error: { code: 'not-allowed' } });
});

test('ACC-4: who is invited anew has lost all they signed in with', async () => {
  const { office, admin } = await staffed();
  const { accounts } = office;
  const who = await office.invited(admin, 'handler', { bindings: [handler] });
  const { token } = await office.signedIn(who);
  const again = valueOf(await accounts.inviteAgain(admin, who.account));
  expect(await accounts.session(token)).toBeUndefined();
  expect(await accounts.signIn({ ...who, ...visitor })).toMatchObject({
    error: { code: 'sign-in-wrong' },
  });
  const anew = await office.accepted(again.token);
  expect(anew.account).toBe(who.account);
  expect((await office.signedIn(anew)).session.bindings).toEqual([handler]);
  await expect(office.signedIn({ ...anew, secret: who.secret })).rejects.toThrow('factor-wrong');
});

test('ACC-4: an enrolment that was begun before is void once somebody is invited anew', async () => {
  const { office, admin } = await staffed();
  const { accounts } = office;
  const first = valueOf(await accounts.invite(admin, { ...invitation, signInId: 'handler' }));
  const accepting = { password: goodPassword, visitor };
  const begun = valueOf(await accounts.acceptInvitation(first.token, accepting));
  valueOf(await accounts.inviteAgain(admin, first.account));
  expect(await accounts.confirmTotp(begun.token, office.code(begun))).toMatchObject({
    error: { code: 'session-over' },
  });
  expect(await accounts.acceptInvitation(first.token, accepting)).toMatchObject({ ok: false });
});

test('ACC-4, ACC-20: the last administrator is neither invited anew nor suspended', async () => {
  const { office, admin } = await staffed();
  const { accounts } = office;
  expect(await accounts.inviteAgain(admin, admin.account)).toMatchObject({
    error: { code: 'second-person-needed' },
  });
  expect(await accounts.suspend(admin, admin.account)).toMatchObject({
    error: { code: 'last-administrator' },
  });
  const second = await office.invited(admin, 'admin-two', { isAdministrator: true });
  valueOf(await accounts.suspend(admin, second.account));
  expect(await accounts.suspend(admin, admin.account)).toMatchObject({
    error: { code: 'last-administrator' },
  });
});

test('ACC-20: two administrators who suspend each other at once leave one', async () => {
  const { office, admin } = await staffed();
  const second = await office.invited(admin, 'admin-two', { isAdministrator: true });
  const { session } = await office.signedIn(second);
  const answers = await Promise.all([
    office.accounts.suspend(admin, second.account),
    office.accounts.suspend(session, admin.account),
  ]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('ACC-20: a suspended account is resumed; one that never was used is invited anew', async () => {
  const { office, admin } = await staffed();
  const { accounts } = office;
  const who = await office.invited(admin, 'handler');
  valueOf(await accounts.suspend(admin, who.account));
  expect(await accounts.suspend(admin, who.account)).toMatchObject({
    error: { code: 'standing-differs', status: 'suspended' },
  });
  valueOf(await accounts.resume(admin, who.account));
  await office.signedIn(who);
  const { account } = valueOf(await accounts.invite(admin, { ...invitation, signInId: 'never' }));
  valueOf(await accounts.suspend(admin, account));
  expect(await accounts.resume(admin, account)).toMatchObject({
    error: { code: 'standing-differs' },
  });
  await office.accepted(valueOf(await accounts.inviteAgain(admin, account)).token);
});

test('ACC-20: a resumed account has its 90 days anew', async () => {
  const { office, admin } = await staffed();
  const who = await office.invited(admin, 'handler');
  office.wait(91 * day);
  await office.accounts.tick();
  valueOf(await office.accounts.resume(admin, who.account));
  await office.accounts.tick();
  expect(await office.signedIn(who)).toMatchObject({ session: { account: who.account } });
});

test('ACC-22: an administrator binds an own account only while there is no other', async () => {
  const { office, admin } = await staffed();
  const { accounts } = office;
  valueOf(await accounts.bind(admin, admin.account, handler));
  valueOf(await accounts.unbind(admin, admin.account, handler));
  expect(await accounts.unbind(admin, admin.account, handler)).toMatchObject({
    error: { code: 'binding-unknown' },
  });
  const second = await office.invited(admin, 'admin-two', { isAdministrator: true });
  expect(await accounts.bind(admin, admin.account, handler)).toMatchObject({
    error: { code: 'second-person-needed' },
  });
  const { session } = await office.signedIn(second);
  valueOf(await accounts.bind(session, admin.account, handler));
  expect(await accounts.bind(admin, second.account, handler)).toMatchObject({
    error: { code: 'person-bound' },
  });
});

test('ACC-22: an account acts as one person of a contract at a time', async () => {
  const { office, admin, manages } = await staffed();
  const person = { contract: toy, person: 'person-3' };
  valueOf(await office.accounts.bind(admin, manages.account, person));
  const listed = await office.accounts.list(admin);
  expect(listed.find(({ id }) => id === manages.account)?.bindings).toEqual([person]);
});
