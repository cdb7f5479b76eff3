import {
  type ContractId,
  type Moment,
  type Table,
  emptyTable,
  parseContractId,
} from '@kanribo/kernel';
import { type AccountsState, noAccounts } from '../accounts/account-state.ts';
import { evolveAccounts } from '../accounts/evolve-accounts.ts';
import {
  type BackupHistory,
  backupDeclarations,
  evolveBackups,
} from '../backups/backup-history.ts';
import type { FoldRules, Recorded } from '../ledger/rules.ts';

/** Declarations of the instance's own log. */
export const instanceDeclarations = {
  /** The product was started. */
  started: 'instance/started@1',
  /** A contract was opened. */
  opened: 'contract/opened@1',
  backupBegun: backupDeclarations.begun,
  backedUp: backupDeclarations.made,
  backupBrokenOff: backupDeclarations.brokenOff,
} as const;

/** A contract of the instance. */
export interface OpenedContract {
  readonly id: ContractId;
  readonly openedAt: Moment;
}

/** What the instance log folds to. */
export interface InstanceState extends BackupHistory {
  readonly contracts: Table<OpenedContract>;
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
  empty: () => ({
    contracts: emptyTable(),
    lastBackup: null,
    unfinishedBackups: [],
    accounts: noAccounts(),
  }),
  evolve(state, recorded) {
    return recorded.declaration === instanceDeclarations.opened
      ? withContract(state, recorded)
      : withAccounts(evolveBackups(state, recorded), recorded);
  },
  cite: () => '',
  recall: () => ({ subject: 'instance', warnings: [] }),
};

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
