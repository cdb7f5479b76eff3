import { type Day, addDays, daysBetween, openingOn } from '@kanribo/kernel';
import { CliFault } from '../cli-fault.ts';
import { type Cast, castFrom, isInOffice, storyDays } from './cast.ts';
import type { StaffMember } from './people.ts';

/** The first day of a story that ends on the last business day before this day. */
export function firstDayBefore(today: Day): Day {
  let last = addDays(today, -1);
  while (openingOn(last) === 'closed') last = addDays(last, -1);
  return addDays(last, -storyDays);
}

/** The last day of a story that begins on this one. */
export const lastDayFrom = (first: Day): Day => addDays(first, storyDays);

/**
 * Holds a story that people are to go on with to days that are past: what they enter comes after it.
 * @throws {CliFault} `usage`.
 */
export function requirePast(first: Day, today: Day): void {
  if (lastDayFrom(first) < today) return;
  throw new CliFault(
    'usage',
    `${first} からの筋書きは ${lastDayFrom(first)} までで、まだ終わりの日が来ていません。続けて画面を使うには、--date を ${firstDayBefore(today)} 以前にするか、省略してください。筋書きだけなら --once を付けてください。`,
  );
}

/** A staff list, read for a story from some day. */
export interface List {
  readonly people: readonly StaffMember[];
  /** Whether its days say when people really are in office; those of a sample may be moved. */
  readonly isSample: boolean;
}

/**
 * The people of a list whose days are moved so that everybody is in office from the first day on:
 * always those of a sample, and those of an own list where the story could not be told otherwise.
 */
export function peopleFrom({ people, isSample }: List, first: Day): readonly StaffMember[] {
  if (!isSample && isInOffice(castFrom(people), first)) return people;
  const days = daysBetween(beginningOf(castFrom(people), first), first);
  return people.map((member) => ({
    ...member,
    from: member.from && addDays(member.from, days),
    until: member.until && addDays(member.until, days),
  }));
}

/** From when on everybody whom the story needs is in office. */
function beginningOf({ chiefOfficer, auditOfficer, manager, handlers }: Cast, first: Day): Day {
  const needed = [chiefOfficer, auditOfficer, manager, handlers[0], handlers[1]];
  return (
    needed
      .map(({ from }) => from ?? first)
      .toSorted()
      .at(-1) ?? first
  );
}
