import { hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { importSecrets } from './open-keys.ts';
import { emptyDirectory, freshKeys } from './testing/directories.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const instance = contractIdOf('instance');

test('KEY-25: the accounts’ key is HKDF-SHA-256 of the instance’s evidence key', async () => {
  const { keys } = await freshKeys();
  await keys.createContractKeys(instance);
  const of = await keys.evidenceKey(instance);
  const expected = hkdfSync('sha256', of, new Uint8Array(0), 'kanribo/keys/1 accounts', 32);
  expect(await keys.accountsKey()).toEqual(new Uint8Array(expected));
  expect(await keys.accountsKey()).not.toEqual(of);
});

test('KEY-25: it comes back out of a backup, and is another elsewhere', async () => {
  const { keys } = await freshKeys();
  const { keys: others } = await freshKeys();
  for (const each of [keys, others]) await each.createContractKeys(instance);
  const secrets = await keys.exportSecrets();
  const directory = await emptyDirectory();
  const protection = { kind: 'file' } as const;
  const imported = valueOf(await importSecrets({ directory, protection, secrets }));
  expect(await imported.accountsKey()).toEqual(await keys.accountsKey());
  expect(await others.accountsKey()).not.toEqual(await keys.accountsKey());
});

test('KEY-25: without an instance there is no accounts’ key', async () => {
  const { keys } = await freshKeys();
  await expect(keys.accountsKey()).rejects.toMatchObject({ code: 'contract-keys-missing' });
});
