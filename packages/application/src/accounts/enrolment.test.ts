import { expect, test } from 'vitest';
import { accountOffice, goodPassword, valueOf, visitor } from '../testing/account-office.ts';
import { toyPasskeyAnswer } from '../testing/toy-sign-in.ts';

const names = { signInId: 'admin-one', displayName: '管理 花子' };
const accepting = { ...names, password: goodPassword, visitor };
const day = 86_400_000;

test('ACC-1: the set-up link makes the first administrator, who signs in with both steps', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  expect(who.account).toBe('account-1');
  expect(who.recoveryCodes).toHaveLength(10);
  const { session } = await office.signedIn(who);
  expect(session).toMatchObject({ kind: 'full', isAdministrator: true, ...names, bindings: [] });
});

test('ACC-1: a link is void once used, once another is offered, and after a day', async () => {
  const office = await accountOffice();
  const { accounts } = office;
  const first = await accounts.firstSetUpLink();
  const second = await accounts.firstSetUpLink();
  expect(await accounts.isSetUpUsable(first?.token ?? '')).toBe(false);
  expect(await accounts.acceptSetUp(first?.token ?? '', accepting)).toMatchObject({
    error: { code: 'link-unusable' },
  });
  expect(await accounts.isSetUpUsable(second?.token ?? '')).toBe(true);
  office.wait(day + 1);
  expect(await accounts.isSetUpUsable(second?.token ?? '')).toBe(false);
  const third = await accounts.firstSetUpLink();
  const begun = valueOf(await accounts.acceptSetUp(third?.token ?? '', accepting));
  valueOf(await accounts.confirmTotp(begun.token, office.code(begun)));
  expect(await accounts.isSetUpUsable(third?.token ?? '')).toBe(false);
  expect(await accounts.firstSetUpLink()).toBeUndefined();
});

test('ACC-1: of two who use the link at once one becomes the administrator', async () => {
  const office = await accountOffice();
  const { accounts } = office;
  const link = (await accounts.firstSetUpLink())?.token ?? '';
  const one = valueOf(await accounts.acceptSetUp(link, accepting));
  const two = valueOf(await accounts.acceptSetUp(link, { ...accepting, signInId: 'intruder' }));
  const answers = await Promise.all(
    [one, two].map((begun) => accounts.confirmTotp(begun.token, office.code(begun))),
  );
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const { state } = await office.instance.ledger.current();
  expect(state.accounts.accounts.size).toBe(1);
});

test('ACC-2: before the second factor is proved nothing counts', async () => {
  const office = await accountOffice();
  const { accounts } = office;
  const link = (await accounts.firstSetUpLink())?.token ?? '';
  const begun = valueOf(await accounts.acceptSetUp(link, accepting));
  expect(await accounts.session(begun.token)).toBeUndefined();
  expect(await accounts.secondFactorTotp(begun.token, office.code(begun))).toMatchObject({
    error: { code: 'session-over' },
  });
  expect(await accounts.signIn({ ...accepting, ...visitor })).toMatchObject({
    error: { code: 'sign-in-wrong' },
  });
  expect(await accounts.confirmTotp(begun.token, '000000')).toMatchObject({ ok: false });
  expect(await accounts.firstSetUpLink()).toBeDefined();
});

test('ACC-2: a passkey may be the second factor from the beginning', async () => {
  const office = await accountOffice();
  const { accounts } = office;
  const link = (await accounts.firstSetUpLink())?.token ?? '';
  const { token } = valueOf(await accounts.acceptSetUp(link, accepting));
  const options = valueOf(await accounts.enrolPasskey(token));
  const answer = toyPasskeyAnswer(options, 'key-1');
  expect(await accounts.confirmPasskey(token, { answer, label: '職場のPC' })).toMatchObject({
    ok: true,
    value: { account: 'account-1' },
  });
  const begun = valueOf(await accounts.signIn({ ...accepting, ...visitor }));
  expect(begun.session.factors).toEqual(['passkey', 'recovery-code']);
});

test('ACC-3: an invitation is accepted once, within seven days', async () => {
  const office = await accountOffice();
  const { accounts } = office;
  const { session } = await office.signedIn(await office.firstAdministrator());
  const invitation = {
    signInId: 'tanto',
    displayName: '担当 太郎',
    isAdministrator: false,
    bindings: [],
  };
  const { account, token } = valueOf(await accounts.invite(session, invitation));
  expect(account).toBe('account-2');
  expect(await accounts.invitation(token)).toEqual({ signInId: 'tanto', displayName: '担当 太郎' });
  expect(await accounts.acceptInvitation(`${token}x`, accepting)).toMatchObject({ ok: false });
  await office.accepted(token);
  expect(await accounts.acceptInvitation(token, accepting)).toMatchObject({
    error: { code: 'link-unusable' },
  });
  const late = valueOf(await accounts.invite(session, { ...invitation, signInId: 'late' }));
  office.wait(7 * day + 1);
  expect(await accounts.invitation(late.token)).toBeUndefined();
});

test('ACC-3: of two who accept one invitation at once one gets the account', async () => {
  const office = await accountOffice();
  const { accounts } = office;
  const { session } = await office.signedIn(await office.firstAdministrator());
  const invitation = {
    signInId: 'tanto',
    displayName: '担当',
    isAdministrator: false,
    bindings: [],
  };
  const { token } = valueOf(await accounts.invite(session, invitation));
  const begun = await Promise.all(
    [1, 2].map(async () => valueOf(await accounts.acceptInvitation(token, accepting))),
  );
  const answers = await Promise.all(
    begun.map((one) => accounts.confirmTotp(one.token, office.code(one))),
  );
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const winner = begun[answers.findIndex(({ ok }) => ok)];
  office.wait(30_000);
  const pending = valueOf(
    await accounts.signIn({ signInId: 'tanto', password: goodPassword, ...visitor }),
  );
  const code = office.code({ secret: winner?.secret ?? '' });
  expect(await accounts.secondFactorTotp(pending.token, code)).toMatchObject({ ok: true });
});

test.each([
  ['A capital', { signInId: 'Admin' }, 'sign-in-id-malformed'],
  ['two characters', { signInId: 'ab' }, 'sign-in-id-malformed'],
  ['no name', { displayName: '' }, 'display-name-malformed'],
  ['an Individual Number as sign-in id', { signInId: '123456789018' }, 'sign-in-id-malformed'],
  [
    'an Individual Number in the name',
    { displayName: '山田 123456789018' },
    'display-name-malformed',
  ],
  ['a taken sign-in id', { signInId: 'admin-one' }, 'sign-in-id-taken'],
])('ACC-3: nobody is invited with %s', async (_, names, code) => {
  const office = await accountOffice();
  const { session } = await office.signedIn(await office.firstAdministrator());
  const invitation = { signInId: 'tanto', displayName: '担', isAdministrator: false, bindings: [] };
  expect(await office.accounts.invite(session, { ...invitation, ...names })).toMatchObject({
    error: { code },
  });
});
