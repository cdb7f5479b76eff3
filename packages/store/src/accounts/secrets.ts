import type {
  AccountSecret,
  AccountsKey,
  SealedSecretReader,
  SealedSecretStore,
  SecretKind,
  SecretStore,
} from '@kanribo/application';
import { binaryArray, elementType } from '../binary-array.ts';
import { type Row, bytesIn, integerIn, textIn } from '../columns.ts';
import { StoreFault } from '../fault.ts';
import type { Lend } from '../logs/reader.ts';
import { firstRowOf, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';
import { keyFor, openSecret, sealSecret } from './seal.ts';

const kinds: readonly SecretKind[] = [
  'password',
  'totp',
  'passkey',
  'recovery-code',
  'draft',
  'challenge',
];

/** Texts as one parameter. */
export const textArray = (texts: readonly string[]): Buffer =>
  binaryArray(
    elementType.text,
    texts.map((text) => Buffer.from(text)),
  );

/** Keeps secrets of accounts, sealed, over connections that `lend` gives. */
export function secretStore(lend: Lend, accountsKey: AccountsKey): SecretStore {
  const keyNow = async () => keyFor(await accountsKey(), 'account secrets');
  return {
    keepSecret: async (secret) => {
      const { id, account, kind, value, counter, madeMs } = secret;
      const sealed = sealSecret(await keyNow(), secret, value);
      const values = [id, account, kind, sealed, counter, madeMs];
      await lend((client) => rowsOf(client, statements.accountKeepSecret, values));
    },
    secrets: async (ids) => {
      const key = await keyNow();
      const rows = await lend((client) =>
        rowsOf(client, statements.accountReadSecrets, [textArray(ids)]),
      );
      return rows.map((row) => secretIn(row, key));
    },
    spend: async (id, counter) => {
      const values = [id, counter];
      const rows = await lend((client) => rowsOf(client, statements.accountSpendSecret, values));
      return rows.length === 1;
    },
    takeSecret: async (id) => {
      const key = await keyNow();
      const row = await lend((client) => firstRowOf(client, statements.accountTakeSecret, [id]));
      return row === undefined ? undefined : secretIn(row, key);
    },
    dropSecrets: async (ids) => {
      if (ids.length === 0) return;
      await lend((client) => rowsOf(client, statements.accountDropSecrets, [textArray(ids)]));
    },
    secretIds: async () => {
      const rows = await lend((client) => rowsOf(client, statements.accountListSecretIds));
      return rows.map((row) => ({ id: textIn(row, 0), madeMs: integerIn(row, 1) }));
    },
  };
}

/** Reads secrets as they are sealed, for a backup. */
export function sealedSecretReader(lend: Lend): SealedSecretReader {
  return {
    sealedSecrets: async () => {
      const rows = await lend((client) => rowsOf(client, statements.accountListSecrets));
      return rows.map((row) => ({
        id: textIn(row, 0),
        account: textIn(row, 1),
        kind: textIn(row, 2),
        sealed: bytesIn(row, 3),
        counter: integerIn(row, 4),
        madeMs: integerIn(row, 5),
      }));
    },
  };
}

/** Reads and takes in secrets as they are sealed, for a restore. */
export function sealedSecretStore(lend: Lend): SealedSecretStore {
  return {
    ...sealedSecretReader(lend),
    keepSealed: async ({ id, account, kind, sealed, counter, madeMs }) => {
      const values = [id, account, kind, Buffer.from(sealed), counter, madeMs];
      await lend((client) => rowsOf(client, statements.accountKeepSecret, values));
    },
  };
}

function secretIn(row: Row, key: Uint8Array): AccountSecret {
  const id = textIn(row, 0);
  const account = textIn(row, 1);
  const kind = kinds.find((known) => known === textIn(row, 2));
  const value = kind && openSecret(key, { id, account, kind }, bytesIn(row, 3));
  if (kind === undefined || value === undefined) {
    throw new StoreFault('corrupt', `a secret of ${account} does not open`);
  }
  return { id, account, kind, value, counter: integerIn(row, 4), madeMs: integerIn(row, 5) };
}
