import { expect, test } from 'vitest';
import { accountOffice, valueOf, visitor } from '../testing/account-office.ts';

test('ACC-60: who signs in is told of failures since, and which of them knew the password', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const first = await office.signedIn(who);
  const { accounts } = office;
  expect((await accounts.account(first.session))?.news).toEqual({
    failures: 0,
    secondFailures: 0,
    before: null,
    changes: [],
  });
  await accounts.signIn({ ...who, password: 'みどりの電車が8時に着く', ...visitor });
  const pending = valueOf(await accounts.signIn({ ...who, ...visitor }));
  await accounts.secondFactorTotp(pending.token, '000000');
  await accounts.secondFactorTotp(pending.token, '111111');
  const { session } = await office.signedIn(who);
  const news = (await (await office.afterRestart()).accounts.account(session))?.news;
  expect(news).toMatchObject({ failures: 3, secondFailures: 2, changes: [] });
  expect(news?.before).not.toBeNull();
  const { session: later } = await office.signedIn(who);
  expect((await accounts.account(later))?.news).toMatchObject({ failures: 0, secondFailures: 0 });
});

test('ACC-60: who signs in is told what changed since of what one signs in with', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const { accounts } = office;
  const { session } = await office.signedIn(who);
  valueOf(await accounts.renewRecoveryCodes(session));
  const begun = valueOf(await accounts.beginTotp(session));
  office.wait(30_000);
  valueOf(await accounts.addTotp(session, { factor: begun.factor, code: office.code(begun) }));
  const { session: later } = await office.signedIn({ ...who, secret: begun.secret });
  const changes = (await accounts.account(later))?.news.changes ?? [];
  expect(changes.map(({ declaration }) => declaration)).toEqual([
    'account/factor-added@1',
    'account/recovery-codes-made@1',
  ]);
  const { session: last } = await office.signedIn({ ...who, secret: begun.secret });
  expect((await accounts.account(last))?.news.changes).toEqual([]);
});
