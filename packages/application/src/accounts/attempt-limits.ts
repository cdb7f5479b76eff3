import { type Result, err, ok } from '@kanribo/kernel';
import { software } from '../ledger/own-entries.ts';
import { accountDeclarations as declared } from './account-facts.ts';
import {
  type Account,
  type AccountsState,
  isActive,
  isLastAdministrator,
} from './account-state.ts';
import { type AttemptLimit, admitAttempt, giveBackAttempt } from './attempts.ts';
import { keyedHash } from './keyed-hash.ts';
import type { Delayed } from './refusals.ts';
import { type AccountsTools, nowMs, record } from './tools.ts';

/** The limits an attempt is held to. */
export interface AttemptLimits {
  /** Of passwords, and of second steps, which only who knows the password comes to. */
  readonly password: AttemptLimit;
  readonly second: AttemptLimit;
  readonly address: AttemptLimit;
  /** Whether nobody could stand in for the person, so that the account is never locked. */
  isLastOne(): Promise<boolean>;
}

/** The limits of an account, or of a sign-in id that has none, and of an address. */
export async function limitsOf(
  tools: AccountsTools,
  what: {
    readonly state: AccountsState;
    readonly account: Account | undefined;
    readonly signIn: string;
    readonly address: string;
  },
): Promise<AttemptLimits> {
  const { longestDelayMs, addressMemoryMs: memoryMs, ...settings } = tools.settings;
  const { account, state, signIn } = what;
  const isLastOne = async () => account !== undefined && isLast(tools, state, account);
  const hash = await keyedHash(tools, 'address', what.address);
  const [password, second] = attemptsOf(signIn);
  const ofAccount = (name: string, lastOneMs: number): AttemptLimit => ({
    name,
    longestDelayMs: async () =>
      (await isLastOne()) ? Math.min(lastOneMs, longestDelayMs) : longestDelayMs,
    memoryMs: undefined,
  });
  return {
    password: ofAccount(password, settings.lastOneDelayMs),
    second: ofAccount(second, settings.lastOneSecondDelayMs),
    address: { name: `address/${hash}`, longestDelayMs: async () => longestDelayMs, memoryMs },
    isLastOne,
  };
}

/** The names of an account's counters: of its passwords and of its second steps. */
const attemptsOf = (signIn: string): readonly [string, string] => [
  `password/${signIn}`,
  `second/${signIn}`,
];

/** Attempts of an account that failed since somebody signed in. */
export interface Failures {
  readonly failures: number;
  /** Those of them that had the right password and failed at the second step. */
  readonly secondFailures: number;
}

/** Forgets the failures of an account whose person proved who they are; how many there were. */
export async function forgetAttempts(
  { store }: AccountsTools,
  { signIn }: Pick<Account, 'signIn'>,
): Promise<Failures> {
  const names = attemptsOf(signIn);
  const [password, second] = await Promise.all(names.map((name) => store.counter(name)));
  await store.dropCounters(names);
  const secondFailures = second?.count ?? 0;
  return { failures: (password?.count ?? 0) + secondFailures, secondFailures };
}

/** Whether nobody could stand in for the account: the last administrator or chief officer. */
export async function isLast(
  tools: Pick<AccountsTools, 'rights'>,
  state: AccountsState,
  account: Account,
): Promise<boolean> {
  return isLastAdministrator(state, account.id) || tools.rights.isLastChiefOfficer(account);
}

/** Counts an attempt for address and account, or says how long it has to wait. */
export async function admitBoth(
  tools: AccountsTools,
  { address, account }: { readonly address: AttemptLimit; readonly account: AttemptLimit },
): Promise<Result<number, Delayed>> {
  const now = nowMs(tools);
  const byAddress = await admitAttempt(tools, address, now);
  if (!byAddress.isAdmitted) return err(delayed(byAddress.waitMs));
  const byAccount = await admitAttempt(tools, account, now);
  if (byAccount.isAdmitted) return ok(byAccount.attempts);
  await giveBackAttempt(tools, address, now);
  return err(delayed(byAccount.waitMs));
}

/** Gives both their attempt back, where it was none that failed. */
export async function giveBack(
  tools: AccountsTools,
  { address, account }: { readonly address: AttemptLimit; readonly account: AttemptLimit },
): Promise<void> {
  await giveBackAttempt(tools, address, nowMs(tools));
  await giveBackAttempt(tools, account, nowMs(tools));
}

const delayed = (waitMs: number): Delayed => ({
  code: 'delayed',
  waitSeconds: Math.ceil(waitMs / 1_000),
});

/** Locks an account after many failures; never one nobody could stand in for. */
export async function lockIfDue(
  tools: AccountsTools,
  account: Account | undefined,
  {
    attempts,
    isLastOne,
  }: { readonly attempts: number; readonly isLastOne: AttemptLimits['isLastOne'] },
): Promise<void> {
  if (account === undefined || attempts < tools.settings.lockAfter) return;
  if (await isLastOne()) return;
  const facts = { account: account.id, failures: attempts };
  await record(tools, software, (state) => {
    const now = state.accounts.get(account.id);
    const isDue = now !== undefined && isActive(now) && !now.isLocked;
    return isDue && !isLastAdministrator(state, now.id)
      ? ok([{ declaration: declared.locked, facts }])
      : err('not-due');
  });
}
