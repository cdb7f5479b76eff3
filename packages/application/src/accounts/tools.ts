import type { Result } from '@kanribo/kernel';
import type { JsonObject } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import type { InstanceState } from '../instance/instance-log.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { freshCommandId } from '../ledger/own-entries.ts';
import type { Context, Decision, Receipt } from '../ledger/rules.ts';
import type { Clock, LogReader, Random } from '../ports.ts';
import type { AccountsState } from './account-state.ts';
import type {
  AccountRights,
  AccountStore,
  AccountsKey,
  BreachedPasswords,
  PasskeyVerifier,
  PasswordHasher,
  RelyingParty,
  TotpVerifier,
} from './ports.ts';
import type { AccountSettings } from './settings.ts';

/** Everything accounts stand on. */
export interface AccountsTools {
  /** The instance's own log. */
  readonly ledger: Ledger<InstanceState, never>;
  readonly logs: Pick<LogReader, 'entries' | 'particulars'>;
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly sha256: Sha256;
  readonly accountsKey: AccountsKey;
  readonly passwords: PasswordHasher;
  /** A list that whoever runs the server brings along; undefined without one. */
  readonly breached?: BreachedPasswords | undefined;
  readonly totp: TotpVerifier;
  readonly passkeys: PasskeyVerifier;
  /** Undefined where the server has no host name; there are no passkeys then. */
  readonly relyingParty: RelyingParty | undefined;
  readonly rights: AccountRights;
  /** What authenticator apps show beside the code. */
  readonly issuer: string;
  readonly settings: AccountSettings;
}

/** The clock in milliseconds since 1970. */
export const nowMs = ({ clock }: Pick<AccountsTools, 'clock'>): number => Date.parse(clock.now());

/** The accounts as all entries leave them, and the size of the log that says so. */
export async function currentAccounts({ ledger }: Pick<AccountsTools, 'ledger'>): Promise<{
  readonly state: AccountsState;
  readonly size: number;
}> {
  const { state, tree } = await ledger.current();
  return { state: state.accounts, size: tree.frontier.size };
}

/** One entry about accounts. */
export interface AccountEntry {
  readonly declaration: string;
  readonly facts: JsonObject;
  readonly particulars?: JsonObject;
}

/**
 * Decides on the accounts as they are when its turn comes, and records what was decided, all of it
 * or nothing.
 */
export function record<Refusal>(
  { ledger, random }: Pick<AccountsTools, 'ledger' | 'random'>,
  actor: string,
  decide: (state: AccountsState, context: Context) => Result<readonly AccountEntry[], Refusal>,
): Promise<Result<Receipt<never>, Refusal>> {
  return ledger.submit<Refusal>({
    id: freshCommandId(random),
    actor,
    decide: (state, context) => {
      const decided = decide(state.accounts, context);
      return decided.ok ? { ok: true, value: decisionOf(decided.value) } : decided;
    },
  });
}

function decisionOf(entries: readonly AccountEntry[]): Decision<never> {
  const events = entries.map(({ declaration, facts, particulars = null }) => ({
    declaration,
    duties: [],
    facts,
    particulars,
  }));
  return { subject: 'accounts', events, warnings: [] };
}
