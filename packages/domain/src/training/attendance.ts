import type { JsonObject } from '@kanribo/kernel';
import { textsOf } from '../engine/case.ts';
import type { Attempt } from '../engine/declaration.ts';
import { type Refusal, misfit } from '../engine/refusal.ts';

/** Who attended once those who catch up are counted in. */
function attendeesWith({ before, changes }: Attempt): readonly string[] {
  const first = textsOf(before?.values ?? {}, 'attendees');
  const later = textsOf(changes, 'caughtUp').filter((person) => !first.includes(person));
  return [...first, ...later];
}

/** Who is still absent once those who catch up are counted out. */
function absenteesWithout({ before, changes }: Attempt): readonly string[] {
  const later = new Set(textsOf(changes, 'caughtUp'));
  return textsOf(before?.values ?? {}, 'absentees').filter((person) => !later.has(person));
}

/** The facts a catch-up adds: attended and absent lists as they are from now on. */
export function caughtUp(attempt: Attempt): JsonObject {
  return { attendees: attendeesWith(attempt), absentees: absenteesWithout(attempt) };
}

/** Nobody is both there and absent. */
export function bothThereAndAbsent({ values }: Attempt): Refusal | null {
  const attended = new Set(textsOf(values, 'attendees'));
  const person = textsOf(values, 'absentees').find((one) => attended.has(one));
  return person === undefined ? null : misfit('attended-and-absent', { person });
}
