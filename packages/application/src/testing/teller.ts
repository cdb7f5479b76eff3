import { type Entry, parseEntry } from '@kanribo/evidence';
import { type ContractId, type Result, fromUtf8, parseContractId } from '@kanribo/kernel';
import { Ledger } from '../ledger/ledger.ts';
import type { LedgerTools } from '../ledger/log-access.ts';
import type { Receipt } from '../ledger/rules.ts';
import type { LogKey, LogStore } from '../ports.ts';
import { HandClock, commandId, seededRandom } from './hand-clock.ts';
import { sha256 } from './sha256.ts';
import {
  type Accounts,
  type Payment,
  type PaymentRefusal,
  type PaymentWarning,
  accountRules,
  decidePayment,
} from './toy-accounts.ts';

/** The contract id written so. */
export function contractId(text: string): ContractId {
  const parsed = parseContractId(text);
  if (!parsed.ok) throw new RangeError(`not a contract id: ${text}`);
  return parsed.value;
}

/** The log of accounts that tests write. */
export const accountsKey: LogKey = { contractId: contractId('toy-2026'), log: 'register' };
/** Its origin. */
export const accountsOrigin = 'test.example/toy-2026/register/0';

/** Everything a process would hold: a ledger of accounts on a store, with its own clock. */
export class Teller {
  readonly clock = new HandClock();
  readonly ledger: Ledger<Accounts, PaymentWarning>;

  constructor(store: LogStore, options: Partial<LedgerTools<Accounts, PaymentWarning>> = {}) {
    this.ledger = new Ledger({
      store,
      key: accountsKey,
      rules: accountRules,
      folds: 'everything',
      sha256,
      clock: this.clock,
      random: seededRandom(),
      limits: { patienceMs: [1, 1, 1] },
      ...options,
    });
  }

  /** Submits a payment under the command id with this number. */
  pay(number: number, payment: Payment): Promise<Result<Receipt<PaymentWarning>, PaymentRefusal>> {
    return this.ledger.submit({
      id: commandId(number),
      actor: 'person-1',
      decide: (accounts, context) => decidePayment(accounts, payment, context),
    });
  }
}

/** All entries a log holds, parsed strictly, with their bytes. */
export async function entriesOf(
  store: LogStore,
  key: LogKey = accountsKey,
): Promise<readonly (Entry & { readonly bytes: Uint8Array })[]> {
  const head = await store.head(key);
  const entries: (Entry & { readonly bytes: Uint8Array })[] = [];
  for await (const batch of store.entries(key, { from: 0, to: head?.size ?? 0 })) {
    for (const bytes of batch) {
      const parsed = parseEntry(fromUtf8(bytes) ?? '');
      if (!parsed.ok) throw new Error(`entry ${entries.length}: ${parsed.error}`);
      entries.push({ ...parsed.value, bytes });
    }
  }
  return entries;
}
