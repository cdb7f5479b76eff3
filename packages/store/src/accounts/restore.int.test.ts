import { restore } from '@kanribo/application';
import {
  AccountOffice,
  MemoryKeys,
  caller,
  newInstance,
  reopened,
  sha256,
  sha256Stream,
  toyOffice,
  valueOf,
  verifySignature,
  visitor,
} from '@kanribo/application/testing';
import { ok } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { openStore } from '../store.ts';
import { createTestDatabase } from '../testing/index.ts';
import { openAccountStore } from './account-store.ts';

const keys = new MemoryKeys();
const passphrase = '正しい馬の電池';

const storesOn = (database: Database) => ({
  store: openStore(database, (id) => keys.evidenceKey(id)),
  accounts: openAccountStore(database, () => keys.accountsKey()),
});

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

test('ACC-28: after a restore people sign in as before, used codes stay used, nobody is signed in', async () => {
  const [place, place2] = [await createTestDatabase(), await createTestDatabase()];
  const database = await openDatabase({ url: place.url });
  const { store, accounts } = storesOn(database);
  const toy = toyOffice({ store, keys });
  const instance = await newInstance(toy);
  const office = new AccountOffice(toy, instance, { store: accounts });
  const who = await office.firstAdministrator();
  const { token, session } = await office.signedIn(who);
  const invited = await office.invited(session, 'tanto');
  const [usedCode = '', freshCode = ''] = who.recoveryCodes;
  const begun = valueOf(await office.accounts.signIn({ ...who, ...visitor }));
  valueOf(await office.accounts.recoveryCode(begun.token, usedCode));
  const chunks: Uint8Array[] = [];
  const order = { passphrase, workFactor: 4, secrets: keys };
  const write = async (bytes: AsyncIterable<Uint8Array>) => {
    for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
  };
  valueOf(await instance.backup(caller(1), { ...order, write }));
  await database.close();

  const other = await openDatabase({ url: place2.url });
  const restored = storesOn(other);
  const outcome = await restore(
    { store: restored.store, clock: toy.clock, sha256 },
    {
      passphrase,
      bytes: pieces(Buffer.concat(chunks)),
      adoptSecrets: async () => ok(undefined),
      verifying: { sha256Stream, verifySignature },
    },
  );
  expect(outcome).toMatchObject({ ok: true });
  const tools = { ...toy.tools, store: restored.store };
  const after = new AccountOffice(
    { ...toy, store: restored.store, tools },
    await reopened({ tools }),
    { store: restored.accounts },
  );
  expect(await after.accounts.session(token)).toBeUndefined();
  const again = valueOf(await after.accounts.signIn({ ...who, ...visitor }));
  expect(await after.accounts.secondFactorTotp(again.token, office.code(who))).toMatchObject({
    error: { code: 'code-used' },
  });
  expect(await after.accounts.recoveryCode(again.token, usedCode)).toMatchObject({
    error: { code: 'code-used' },
  });
  expect(await after.accounts.recoveryCode(again.token, freshCode)).toMatchObject({
    ok: true,
    value: { recoveryCodesLeft: 8, session: { displayName: '管理 花子' } },
  });
  expect((await after.signedIn(invited)).session).toMatchObject({ signInId: 'tanto' });
  await other.close();
  await Promise.all([place.close(), place2.close()]);
});
