import { type Day, type Result, dayOf, err, ok } from '@kanribo/kernel';
import type { AccountId } from './account-facts.ts';
import {
  type Account,
  type AccountsState,
  type Audit,
  type Binding,
  isActive,
  isOnAudit,
  isSameBinding,
} from './account-state.ts';
import type { DeedRefusal } from './refusals.ts';
import type { FullSession } from './sessions.ts';
import { type AccountEntry, type AccountsTools, currentAccounts, record } from './tools.ts';

/** What a deed enters, or why it is not done. */
export type Decided = Result<readonly AccountEntry[], DeedRefusal>;
/** What a deed answers. */
export type Done<T> = Result<T, DeedRefusal>;

/** Whose deed it is, and on which account. */
export interface Deed {
  readonly by: FullSession;
  readonly account: AccountId;
}

/**
 * Does something to an account where who asks manages all of it, or the part that `over` names,
 * decided on what the account then is.
 */
export async function deed(
  tools: AccountsTools,
  { by, account: id, over }: Deed & { readonly over?: PartsTaken },
  decide: (account: Account, state: AccountsState, today: Day) => Decided,
): Promise<Done<Account>> {
  const { state } = await currentAccounts(tools);
  const account = state.accounts.get(id);
  if (account === undefined) return err({ code: 'account-unknown' });
  const isAbove = by.isAdministrator || !account.isAdministrator;
  if (!isAbove || !(await managesAll(tools, by, over ?? account))) {
    return err({ code: 'not-allowed' });
  }
  const recorded = await record<DeedRefusal>(tools, by.account, (latest, context) => {
    const now = latest.accounts.get(id);
    const isUnchanged = now !== undefined && haveSameParts(now, account);
    if (!isUnchanged || !isStill(latest, by)) return err({ code: 'not-allowed' });
    return decide(now, latest, dayOf(context.now));
  });
  return recorded.ok ? ok(account) : recorded;
}

const haveSameParts = (left: Account, right: Account): boolean =>
  left.bindings.length === right.bindings.length &&
  left.bindings.every((one) => right.bindings.some((other) => isSameBinding(one, other))) &&
  left.audits.length === right.audits.length &&
  left.audits.every((one) => right.audits.some(({ contract }) => contract === one.contract));

/** What an account takes part in: as persons of contracts, and as external auditor. */
interface PartsTaken {
  readonly bindings: readonly Binding[];
  readonly audits: readonly (Pick<Audit, 'contract' | 'until'> & Partial<Audit>)[];
}

/**
 * Whether somebody may manage everything an account takes part in; administrators manage all. An
 * audit that is over stands in nobody's way, and is still a part to whoever governs its contract.
 */
export async function managesAll(
  { rights, clock }: AccountsTools,
  by: FullSession,
  { bindings, audits }: PartsTaken,
): Promise<boolean> {
  if (by.isAdministrator) return true;
  const ownIn = (id: string) => by.bindings.find(({ contract }) => contract === id);
  for (const { contract, person } of bindings) {
    const own = ownIn(contract);
    if (own === undefined || !(await rights.mayManage(own, person))) return false;
  }
  const today = dayOf(clock.now());
  let managed = bindings.length;
  for (const audit of audits) {
    const own = ownIn(audit.contract);
    if (own !== undefined && (await rights.mayLetAudit(own))) managed += 1;
    else if (isOnAudit({ endedAt: null, ...audit }, today)) return false;
  }
  return managed > 0;
}

/** Whether the one who asks still is what the session says, at the moment of the decision. */
export function isStill({ accounts }: AccountsState, by: FullSession): boolean {
  const now = accounts.get(by.account);
  if (now === undefined || !isActive(now)) return false;
  if (by.isAdministrator) return now.isAdministrator;
  return by.bindings.every((binding) => now.bindings.some((one) => isSameBinding(one, binding)));
}
