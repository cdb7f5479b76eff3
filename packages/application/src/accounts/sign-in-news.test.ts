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
    upTo: null,
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
});

test('ACC-62: changes stay news over more sign-ins and events until their owner acknowledges them', async () => {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const { accounts } = office;
  const { session } = await office.signedIn(who);
  valueOf(await accounts.renewRecoveryCodes(session));
  // More sign-ins than an account's history holds, as a thief would do them.
  for (let count = 0; count < 51; count += 1) await office.signedIn(who);
  const { session: owner } = await office.signedIn(who);
  const restarted = await office.afterRestart();
  const news = (await restarted.accounts.account(owner))?.news;
  expect(news?.changes).toMatchObject([{ declaration: 'account/recovery-codes-made@1' }]);
  valueOf(await accounts.renewRecoveryCodes(owner));
  const { session: later } = await office.signedIn(who);
  valueOf(await accounts.acknowledgeNews(later, news?.upTo ?? 0));
  const left = (await accounts.account(later))?.news;
  expect(left?.changes).toHaveLength(1);
  valueOf(await accounts.acknowledgeNews(later, left?.upTo ?? 0));
  expect((await (await office.afterRestart()).accounts.account(later))?.news).toMatchObject({
    changes: [],
    upTo: null,
  });
  expect((await accounts.history(later)).at(0)?.declaration).toBe('account/news-acknowledged@1');
});
