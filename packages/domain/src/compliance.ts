import { type Day, type JsonObject, midnightAfter } from '@kanribo/kernel';
import { dutyMap } from './duties.ts';
import type { Contract } from './engine/contract.ts';
import { type Reading, countName, countNames } from './inspections/questions.ts';
import { sizeKnownBy, versionAt } from './version-at.ts';

/**
 * What a compliance report (24.1) states: the duty map of the day *as happened by* and *as known
 * on* it, counted by standing, with the size of the register at the end of that day.
 */
export function complianceReportValues(contract: Contract, day: Day): JsonObject {
  const known = versionAt(contract, sizeKnownBy(contract, midnightAfter(day)));
  const counts: Record<string, number> = Object.fromEntries(countNames.map((name) => [name, 0]));
  const readings: readonly (readonly [Reading, Contract])[] = [
    ['happened', contract],
    ['known', known],
  ];
  for (const [reading, version] of readings) {
    for (const { status } of dutyMap(version, day)) {
      const name = countName(reading, status);
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return { day, knownAt: known.size, ...counts };
}
