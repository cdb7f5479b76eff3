import {
  type ContractId,
  type Moment,
  type Table,
  emptyTable,
  parseContractId,
} from '@kanribo/kernel';
import { type AccountsState, noAccounts } from '../accounts/account-state.ts';
import { evolveAccounts } from '../accounts/evolve-accounts.ts';
import type { FoldRules, Recorded } from '../ledger/rules.ts';

/** Declarations of the instance's own log. */
export const instanceDeclarations = {
  /** The product was started. */
  started: 'instance/started@1',
  /** A contract was opened. */
  opened: 'contract/opened@1',
  /** A backup was made. */
  backedUp: 'backup/made@2',
} as const;

/** The same before it said how large the file was. */
const backedUpBefore = 'backup/made@1';

/** A contract of the instance. */
export interface OpenedContract {
  readonly id: ContractId;
  readonly openedAt: Moment;
}

/** A backup that was made, as the instance log tells it. */
interface LastBackup {
  readonly madeAt: Moment;
  /** The account, or the person the command line was told, that made it. */
  readonly actor: string;
  readonly contracts: number | null;
  /** How large the file was; null where the entry does not say. */
  readonly bytes: number | null;
}

/** What the instance log folds to. */
export interface InstanceState {
  readonly contracts: Table<OpenedContract>;
  /** The last backup; null before the first. */
  readonly lastBackup: LastBackup | null;
  readonly accounts: AccountsState;
}

/** The contract id under which the instance's own log and keys are kept. */
export const instanceId: ContractId = reservedId('instance');

function reservedId(text: string): ContractId {
  const parsed = parseContractId(text);
  if (!parsed.ok) throw new RangeError(`${text} is not an id`);
  return parsed.value;
}

/** How the instance log is folded. */
export const instanceRules: FoldRules<InstanceState, never> = {
  empty: () => ({ contracts: emptyTable(), lastBackup: null, accounts: noAccounts() }),
  evolve(state, recorded) {
    switch (recorded.declaration) {
      case instanceDeclarations.opened:
        return withContract(state, recorded);
      case instanceDeclarations.backedUp:
      case backedUpBefore:
        return { ...state, lastBackup: backupIn(recorded) };
      default:
        return withAccounts(state, recorded);
    }
  },
  cite: () => '',
  recall: () => ({ subject: 'instance', warnings: [] }),
};

function backupIn({ recordedAt, actor, facts }: Recorded): LastBackup {
  const { contracts, bytes } = facts;
  return {
    madeAt: recordedAt,
    actor,
    contracts: typeof contracts === 'number' ? contracts : null,
    bytes: typeof bytes === 'number' ? bytes : null,
  };
}

function withAccounts(state: InstanceState, recorded: Recorded): InstanceState {
  const accounts = evolveAccounts(state.accounts, recorded);
  return accounts === state.accounts ? state : { ...state, accounts };
}

function withContract(state: InstanceState, { facts, recordedAt }: Recorded): InstanceState {
  const { contract } = facts;
  const id = parseContractId(typeof contract === 'string' ? contract : '');
  if (!id.ok || state.contracts.has(id.value)) return state;
  const opened = { id: id.value, openedAt: recordedAt };
  return { ...state, contracts: state.contracts.set(id.value, opened) };
}
