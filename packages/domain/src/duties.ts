import { type DutyId, dutyIds } from '@kanribo/annex';
import type { Day } from '@kanribo/kernel';
import type { Contract } from './engine/contract.ts';
import type { Duty, Standing } from './engine/standing.ts';
import { inspectionsDuties } from './inspections/duties.ts';
import { movementsDuties } from './movements/duties.ts';
import { organisationDuties } from './organisation/duties.ts';
import { subcontractsDuties } from './subcontracts/duties.ts';
import { trainingDuties } from './training/duties.ts';
import { overdueIn, stand } from './stand.ts';
import { wordsDuties } from './words/duties.ts';

/** Every duty the software watches, by id; the others of the catalogue it only names. */
const watched = {
  ...organisationDuties,
  ...trainingDuties,
  ...movementsDuties,
  ...wordsDuties,
  ...subcontractsDuties,
  ...inspectionsDuties,
} as const satisfies Partial<Record<DutyId, Duty>>;

const watching: ReadonlyMap<DutyId, Duty> = new Map(
  Object.values(watched).map((duty): [DutyId, Duty] => [duty.id, duty]),
);

/** Whether the software watches the duty, or only names it (ソフトウェアによる確認の対象外). */
export function isWatched(duty: DutyId): boolean {
  return watching.has(duty);
}

/**
 * How a duty stands on a day. Pass an earlier version of the contract for what was known then
 * (*as known on*), the latest one for what had happened by then (*as happened by*).
 */
export function standingOf(contract: Contract, duty: DutyId, day: Day): Standing {
  return stand({ id: duty, watch: watching.get(duty) }, contract, day);
}

/** The cases a duty waits for past their day, and whether those days are our own rule. */
export function overdueCases(
  contract: Contract,
  duty: DutyId,
  day: Day,
): ReturnType<typeof overdueIn> {
  return overdueIn({ id: duty, watch: watching.get(duty) }, contract, day);
}

/** The standing of every duty, in the annex's order: the duty map (義務マップ). */
export function dutyMap(contract: Contract, day: Day): readonly Standing[] {
  return dutyIds.map((duty) => standingOf(contract, duty, day));
}
