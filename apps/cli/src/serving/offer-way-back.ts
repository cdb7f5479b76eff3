import { openInstance } from '@kanribo/application';
import type { Accounts, AccountNames } from '@kanribo/application';
import type { KeyDirectory } from '@kanribo/keys';
import { rules } from '@kanribo/office';
import { linkPath, publicAddress } from '@kanribo/server';
import { openAccountStore, openDatabase, openStore } from '@kanribo/store';
import { CliFault } from '../cli-fault.ts';
import type { Places } from '../places.ts';
import { platform } from '../platform.ts';
import { accountsOf } from './accounts-of.ts';
import { usualPort } from './port-option.ts';

/** Where an administrator is offered a way back in, and which one. */
export interface WayBackOrder {
  readonly places: Places;
  readonly keys: KeyDirectory;
  /** Undefined where there is but one. */
  readonly account: string | undefined;
}

/**
 * Offers an administrator a way back in, by a link below the server's address; several processes
 * may work on the log, a server too.
 * @throws {CliFault} `failed` where there is no such administrator, or several to choose from.
 */
export async function offerWayBack(
  order: WayBackOrder,
): Promise<AccountNames & { readonly path: string }> {
  const { places, keys } = order;
  const database = await openDatabase(places.database);
  try {
    const store = openStore(database, (contractId) => keys.evidenceKey(contractId));
    const opened = await openInstance({ ...platform, store, keys, rules });
    if (!opened.ok) throw nobody();
    const accountsKey = () => keys.accountsKey();
    const accounts = accountsOf({
      instance: opened.value,
      logs: store,
      store: openAccountStore(database, accountsKey),
      accountsKey,
      address: publicAddress({ host: '127.0.0.1', port: usualPort }),
    });
    return await offer(accounts, order.account);
  } finally {
    await database.close();
  }
}

async function offer(accounts: Accounts, wanted: string | undefined) {
  const known = await accounts.administrators();
  const [only] = known;
  if (only === undefined) throw nobody();
  const chosen = wanted === undefined && known.length === 1 ? only.id : wanted;
  const meant = known.find(({ id }) => id === chosen);
  if (meant === undefined) throw notOne(known, wanted);
  const offered = await accounts.offerWayBack(meant.id);
  if (!offered.ok) throw nobody();
  return { ...meant, path: linkPath('invitation', offered.value.token) };
}

const nobody = (): CliFault =>
  new CliFault(
    'failed',
    'サインインできる状態のシステム管理者がいません。初めてなら、kanribo serve が表示するリンクで登録してください。',
  );

function notOne(
  known: readonly (AccountNames & { readonly id: string })[],
  wanted: string | undefined,
): CliFault {
  const why =
    wanted === undefined
      ? 'システム管理者が2人以上います。'
      : `${wanted} というシステム管理者はいません。`;
  const listed = known.map(
    ({ id, signInId, displayName }) => `  ${id} ${displayName}（${signInId}）`,
  );
  return new CliFault(
    'failed',
    `${why}--account に、次のどれかを指定してください。\n${listed.join('\n')}`,
  );
}
