import { type ContractDomain, rules } from '@kanribo/office';
import { type Clock, type Instance, createInstance, openInstance } from '@kanribo/application';
import type { KeyDirectory } from '@kanribo/keys';
import { openDatabase, openStore } from '@kanribo/store';
import { CliFault } from './cli-fault.ts';
import type { Store } from './open-instance.ts';
import type { Places } from './places.ts';
import { platform } from './platform.ts';

/** An instance whose contracts are kept, and what it stands on. */
export interface ContractInstance {
  readonly instance: Instance<ContractDomain>;
  readonly keys: KeyDirectory;
  readonly store: Store;
}

/** How an instance is opened; `createAs` names it where the database holds none yet. */
export interface OpeningOrder {
  readonly places: Places;
  readonly keys: KeyDirectory;
  readonly clock?: Clock;
  readonly createAs?: string;
}

/**
 * Lends the instance at these places, which decides and answers about contracts; the database is
 * closed afterwards, however it ends.
 * @throws {CliFault} `failed` where there is none, and none is to be made.
 */
export async function withContracts<T>(
  order: OpeningOrder,
  use: (opened: ContractInstance) => Promise<T>,
): Promise<T> {
  const { keys, places, clock = platform.clock } = order;
  const database = await openDatabase(places.database);
  try {
    const store = openStore(database, (contractId) => keys.evidenceKey(contractId));
    const tools = { ...platform, clock, store, keys, rules };
    const opened = await openInstance(tools);
    if (opened.ok) return await use({ instance: opened.value, keys, store });
    const made =
      order.createAs === undefined ? undefined : await createInstance(tools, order.createAs);
    if (made?.ok === true) return await use({ instance: made.value, keys, store });
    throw new CliFault('failed', 'このデータベースには、まだ契約の記録がありません。');
  } finally {
    await database.close();
  }
}
