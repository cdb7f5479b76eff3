import type { Day, JsonObject } from '@kanribo/kernel';
import { dutyMap } from './duties.ts';
import type { Contract } from './engine/contract.ts';
import { type Reading, countName, countNames } from './inspections/questions.ts';

/** The two versions of a contract a compliance report is made from. */
export interface Reported {
  /** All that is known now. */
  readonly now: Contract;
  /** What was known at the end of the day. */
  readonly known: Contract;
  readonly day: Day;
}

/**
 * What a compliance report (24.1) states: the duty map of the day *as happened by* and *as known
 * on* it, counted by standing, with the size of the register at the end of that day.
 */
export function complianceReportValues({ now, known, day }: Reported): JsonObject {
  const counts: Record<string, number> = Object.fromEntries(countNames.map((name) => [name, 0]));
  const maps: readonly (readonly [Reading, Contract])[] = [
    ['happened', now],
    ['known', known],
  ];
  for (const [reading, contract] of maps) {
    for (const { status } of dutyMap(contract, day)) {
      const name = countName(reading, status);
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return { day, knownAt: known.size, ...counts };
}
