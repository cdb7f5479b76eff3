import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DutyId, dutyTitles } from '@kanribo/annex';
import { type Contract, clauseOf } from '@kanribo/domain';
import { type Day, addDays } from '@kanribo/kernel';
import { mapOf } from './standings.ts';

/** A day on which a duty stands otherwise than the day before, if nothing is done. */
export interface Change {
  readonly on: Day;
  readonly duty: DutyId;
  readonly title: string;
  readonly clause: string;
  readonly from: string;
  readonly to: string;
}

const changes = new WeakMap<Contract, Map<string, readonly Change[]>>();

/** How the standings go on from a day if nothing is done, asked day by day. */
export async function changesAhead(
  contract: Contract,
  { from, days }: { readonly from: Day; readonly days: number },
): Promise<readonly Change[]> {
  const known = changes.get(contract) ?? new Map<string, readonly Change[]>();
  changes.set(contract, known);
  const span = `${from}+${days}`;
  const found = known.get(span) ?? (await askAhead(contract, from, days));
  known.set(span, found);
  return found;
}

async function askAhead(contract: Contract, from: Day, days: number): Promise<readonly Change[]> {
  const found: Change[] = [];
  let before = mapOf(contract, from);
  for (let ahead = 1; ahead <= days; ahead += 1) {
    // Others are answered between two days.
    await nextTurn();
    const on = addDays(from, ahead);
    const after = mapOf(contract, on);
    for (const [index, { duty, status }] of after.entries()) {
      const was = before[index]?.status ?? status;
      if (was === status) continue;
      const about = { on, duty, title: dutyTitles[duty], clause: clauseOf(contract, duty, on) };
      found.push({ ...about, from: was, to: status });
    }
    before = after;
  }
  return found;
}
