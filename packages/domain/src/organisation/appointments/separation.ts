import { textOf } from '../../engine/case.ts';
import { caseOf, casesOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import type { Office } from '../../engine/offices.ts';
import { type Refusal, forbidden, wayOut } from '../../engine/refusal.ts';
import { officeTitles } from '../../engine/titles.ts';
import { overlap, periodOf } from '../period.ts';

/** Offices whose holders cannot be the audit officer in the same period (clause 7 with 8 and 9). */
export const governedOffices = ['manager', 'handler'] as const;

/** Whether the person of the attempt holds the office on any day of the attempted period. */
export function holdsMeanwhile({ contract, values }: Attempt, office: Office): boolean {
  const holder = textOf(values, 'person');
  const period = periodOf(values);
  return [...casesOf(contract, office)].some(
    (other) => textOf(other.values, 'person') === holder && overlap(periodOf(other.values), period),
  );
}

/** Whether the person ever held the office before the attempted period began. */
export function heldBefore({ contract, values }: Attempt, office: Office): boolean {
  const holder = textOf(values, 'person');
  const { from } = periodOf(values);
  return [...casesOf(contract, office)].some(
    (other) =>
      textOf(other.values, 'person') === holder &&
      other.status !== 'cancelled' &&
      periodOf(other.values).from < from,
  );
}

/** Refuses manager and handler to whom the audit officer is or will be in the same period. */
export function notAuditOfficer(attempt: Attempt, office: Office): Refusal | null {
  if (!holdsMeanwhile(attempt, 'audit-officer')) return null;
  return forbidden('audit-officer-holds', {
    duty: 'audit-officer',
    parameters: { person: textOf(attempt.values, 'person') ?? '', office: officeTitles[office] },
    wayOut: [
      wayOut('choose-another-person'),
      wayOut('end-other-office', { office: officeTitles['audit-officer'] }),
    ],
  });
}

/** Whether the person of the attempt is a worker under the contract (従事者, clause 8). */
export function isWorker({ contract, values }: Attempt): boolean {
  const holder = caseOf(contract, textOf(values, 'person') ?? '');
  return holder?.values['isWorker'] === true;
}
