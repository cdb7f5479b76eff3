import type { Day } from '@kanribo/kernel';
import { textsOf } from '../engine/case.ts';
import { type Contract, casesOn } from '../engine/contract.ts';
import { type RelatedStaff, relatedStaff } from './related-staff.ts';

/** Related staff of a day who had attended no education held by then (clause 11.1). */
export function untrained(contract: Contract, day: Day): readonly RelatedStaff[] {
  const attended = new Set(
    [...casesOn(contract, 'training-session', day)].flatMap(({ values }) =>
      textsOf(values, 'attendees'),
    ),
  );
  return relatedStaff(contract, day).filter(({ person }) => !attended.has(person));
}
