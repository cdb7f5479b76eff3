import { err, ok } from '@kanribo/kernel';
import { software } from '../ledger/own-entries.ts';
import { type AccountId, accountDeclarations as declared } from './account-facts.ts';
import { isActive, isLastAdministrator } from './account-state.ts';
import { type AccountsTools, currentAccounts, nowMs, record } from './tools.ts';

/** Whether nobody used an account for long. */
export const isDormant = (tools: AccountsTools, unusedSince: string): boolean =>
  nowMs(tools) - Date.parse(unusedSince) > tools.settings.dormantMs;

/** Suspends every account nobody used for long, but for those nobody could stand in for. */
export async function suspendDormant(tools: AccountsTools): Promise<readonly AccountId[]> {
  const suspended: AccountId[] = [];
  const { state } = await currentAccounts(tools);
  for (const account of state.accounts.values()) {
    if (!isActive(account) || !isDormant(tools, account.unusedSince)) continue;
    if (await tools.rights.isLastChiefOfficer(account)) continue;
    if (await suspendAsDormant(tools, account.id)) suspended.push(account.id);
  }
  return suspended;
}

/** Suspends an account nobody used; false where it is not so any more. */
export async function suspendAsDormant(tools: AccountsTools, id: AccountId): Promise<boolean> {
  const facts = { account: id, because: 'dormant' };
  const recorded = await record(tools, software, (state) => {
    const account = state.accounts.get(id);
    const isDue =
      account !== undefined && isActive(account) && isDormant(tools, account.unusedSince);
    return isDue && !isLastAdministrator(state, id)
      ? ok([{ declaration: declared.suspended, facts }])
      : err('not-due');
  });
  return recorded.ok;
}
