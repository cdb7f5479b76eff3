import { type Day, daysBetween, parseDay } from '@kanribo/kernel';
import { type Case, textOf } from '../engine/case.ts';
import { type Contract, casesOn } from '../engine/contract.ts';
import { type Office, offices } from '../engine/offices.ts';
import { deliveredUntil } from './papers.ts';
import { periodOf } from './period.ts';

/** How many days before its planned end a period is first warned of, and then again. */
const steps = [1, 7, 14] as const;

/** The days between the first warning and the end. */
export const noticeDays = 14;

/** A period that ends soon (clauses 6 to 9.1): who holds the office, and the warning reached. */
export interface Ending {
  readonly appointment: string;
  readonly person: string;
  readonly office: Office;
  /** The last day that counts: an extension counts from its delivery, midnight is Tokyo's. */
  readonly endsOn: Day;
  /** Days left after today; negative where only an extension that nobody delivered runs on. */
  readonly daysLeft: number;
  readonly step: (typeof steps)[number];
  /** Whether an extension is on record that was not delivered yet. */
  readonly isExtensionUndelivered: boolean;
}

/** Who ends within a fortnight of a day, those who end first before the others. */
export function endingSoon(contract: Contract, day: Day): readonly Ending[] {
  return offices
    .flatMap((office) =>
      [...casesOn(contract, office, day)].flatMap((found) => {
        const ending = endingOf(contract, found, day);
        return ending === undefined ? [] : [{ ...ending, office }];
      }),
    )
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

function endingOf(contract: Contract, found: Case, day: Day): Omit<Ending, 'office'> | undefined {
  const { from, until } = periodOf(found.values);
  if (until === null || until < day || from > day) return undefined;
  const delivered = deliveredUntil(contract, found, day);
  const isExtensionUndelivered = delivered !== '' && delivered < until;
  const endsOn = parseDay(isExtensionUndelivered ? delivered : until);
  if (!endsOn.ok) return undefined;
  const daysLeft = daysBetween(day, endsOn.value);
  const step = steps.find((days) => daysLeft <= days);
  if (step === undefined) return undefined;
  const about = { appointment: found.id, person: textOf(found.values, 'person') ?? '' };
  return { ...about, endsOn: endsOn.value, daysLeft, step, isExtensionUndelivered };
}
