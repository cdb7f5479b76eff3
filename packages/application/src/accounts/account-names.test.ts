import { expect, test } from 'vitest';
import { accountOffice } from '../testing/account-office.ts';
import type { StoredParticulars } from '../ports.ts';

type Change = (stored: StoredParticulars) => StoredParticulars | undefined;

/** An office whose names were changed behind its back. */
async function changed(change: Change) {
  const office = await accountOffice();
  const who = await office.firstAdministrator();
  const { store } = office.office;
  const real = store.particulars.bind(store);
  store.particulars = async function* particulars(key, range) {
    for await (const batch of real(key, range)) {
      yield batch.flatMap((one) => {
        const stored = change(one);
        return stored === undefined ? [] : [{ sequence: one.sequence, ...stored }];
      });
    }
  };
  return { who, office: await office.afterRestart() };
}

test('ACC-24: names that somebody changed beside the log are a fault', async () => {
  const { office, who } = await changed(({ salt, text }) => ({
    salt,
    text: text.replace('管理 花子', '管理 次郎'),
  }));
  await expect(office.signedIn(who)).rejects.toMatchObject({ code: 'corrupt' });
});

test('ACC-24: whose name was erased is shown by the account’s id, and signs in as before', async () => {
  const { office, who } = await changed(() => undefined);
  expect((await office.signedIn(who)).session).toMatchObject({
    signInId: 'account-1',
    displayName: 'account-1',
  });
});
