import { expect, test } from 'vitest';
import { accountOffice, valueOf, visitor } from '../testing/account-office.ts';
import type { AccountOffice, SignedUp } from '../testing/account-office.ts';

const nextPassword = 'まどの外に犬が3びきいる';

/** An office whose only administrator lost everything, and a way back that was offered. */
async function offered() {
  const office = await accountOffice();
  const lost = await office.firstAdministrator();
  const { token } = valueOf(await office.accounts.offerWayBack('account-1'));
  return { office, lost, token };
}

/** The person comes back by the link, with a new password and app. */
async function comesBack(office: AccountOffice, token: string): Promise<SignedUp> {
  const accepting = { password: nextPassword, visitor };
  const begun = valueOf(await office.accounts.acceptInvitation(token, accepting));
  const { secret, signInId } = begun;
  const enrolled = valueOf(await office.accounts.confirmTotp(begun.token, office.code({ secret })));
  return { ...enrolled, signInId, secret, password: nextPassword };
}

const isUsable = async (office: AccountOffice, token: string) =>
  (await office.accounts.invitation(token)) !== undefined;

const canSignIn = async (office: AccountOffice, who: SignedUp) => {
  office.wait(30_000);
  const first = await office.accounts.signIn({ ...who, ...visitor });
  return (
    first.ok && (await office.accounts.secondFactorTotp(first.value.token, office.code(who))).ok
  );
};

test('ACC-45: a way back changes nothing before it is used, and then ends all that was', async () => {
  const { office, lost, token } = await offered();
  const { token: session } = await office.signedIn(lost);
  expect(await isUsable(office, token)).toBe(true);
  const back = await comesBack(office, token);
  expect(await canSignIn(office, lost)).toBe(false);
  expect(await office.accounts.session(session)).toBeUndefined();
  const { token: pending } = valueOf(await office.accounts.signIn({ ...back, ...visitor }));
  const [code = ''] = lost.recoveryCodes;
  expect(await office.accounts.recoveryCode(pending, code)).toMatchObject({ ok: false });
  expect((await office.signedIn(back)).session).toMatchObject({
    account: 'account-1',
    isAdministrator: true,
  });
  expect(await isUsable(office, token)).toBe(false);
});

test('ACC-45: the owner’s history and the other administrators are told, whether it is used or not', async () => {
  const { office, lost } = await offered();
  const { session } = await office.signedIn(lost);
  const [event] = (await office.accounts.history(session)).filter(
    ({ actor }) => actor === 'machine',
  );
  expect(event?.declaration).toBe('account/way-back-offered@1');
  const other = await office.invited(session, 'admin-two', { isAdministrator: true });
  const { session: others } = await office.signedIn(other);
  const listed = await office.accounts.list(others);
  expect(listed.map(({ wayBackOfferedAt }) => wayBackOfferedAt)).toEqual([event?.at, null]);
  const { token } = valueOf(await office.accounts.offerWayBack('account-1'));
  const back = await comesBack(office, token);
  const declarations = (await office.accounts.history((await office.signedIn(back)).session)).map(
    ({ declaration }) => declaration,
  );
  expect(declarations).toContain('account/way-back-used@1');
});

test('ACC-45: it is void after a day, once another was offered, and once somebody else cut off', async () => {
  const { office, lost, token } = await offered();
  const accepting = { password: nextPassword, visitor };
  const former = valueOf(await office.accounts.acceptInvitation(token, accepting));
  const again = valueOf(await office.accounts.offerWayBack('account-1')).token;
  expect(await isUsable(office, token)).toBe(false);
  expect(await office.accounts.confirmTotp(former.token, office.code(former))).toMatchObject({
    error: { code: 'session-over' },
  });
  office.wait(86_400_000);
  expect(await isUsable(office, again)).toBe(true);
  office.wait(1);
  expect(await isUsable(office, again)).toBe(false);
  const { session } = await office.signedIn(lost);
  const other = await office.invited(session, 'admin-two', { isAdministrator: true });
  for (const cut of ['suspend', 'inviteAgain'] as const) {
    const third = await office.invited(session, `admin-${cut.toLowerCase()}`, {
      isAdministrator: true,
    });
    const { token: thirds } = valueOf(await office.accounts.offerWayBack(third.account));
    const begun = valueOf(await office.accounts.acceptInvitation(thirds, accepting));
    const { session: others } = await office.signedIn(other);
    valueOf(await office.accounts[cut](others, third.account));
    expect(await isUsable(office, thirds)).toBe(false);
    expect(await office.accounts.confirmTotp(begun.token, office.code(begun))).toMatchObject({
      error: { code: 'session-over' },
    });
  }
});

test('ACC-45: it is offered to administrators who may sign in alone', async () => {
  const { office, lost } = await offered();
  const { session } = await office.signedIn(lost);
  const worker = await office.invited(session, 'tanto');
  const other = await office.invited(session, 'admin-two', { isAdministrator: true });
  valueOf(await office.accounts.suspend(session, other.account));
  for (const account of [worker.account, other.account, 'account-9']) {
    expect(await office.accounts.offerWayBack(account)).toMatchObject({
      error: { code: 'no-administrator' },
    });
  }
  const names = (await office.accounts.administrators()).map(({ id, signInId }) => [id, signInId]);
  expect(names).toEqual([['account-1', 'admin-one']]);
});

test('ACC-46: cut off before it is used to the end, the former counts and the link can be used', async () => {
  const { office, lost, token } = await offered();
  valueOf(await office.accounts.acceptInvitation(token, { password: nextPassword, visitor }));
  const after = await office.afterRestart();
  expect(await canSignIn(after, lost)).toBe(true);
  const back = await comesBack(after, token);
  expect(await canSignIn(after, lost)).toBe(false);
  expect(await canSignIn(after, back)).toBe(true);
});
