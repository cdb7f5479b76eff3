import { type Day, dayOf } from '@kanribo/kernel';
import { type Case, caseOn, stepOf, textOf } from '../engine/case.ts';
import type { Contract } from '../engine/contract.ts';
import { casesWith } from '../engine/lines.ts';
import type { RemarkCode } from '../refusals/remarks.ts';

/** What the client said of the form of a filing by the end of a day (指定する書面). */
export type Designation =
  | { readonly status: 'undecided' }
  | { readonly status: 'own-accepted'; readonly of: Case }
  | { readonly status: 'designated'; readonly of: Case; readonly form: string | null };

/** What is known of the form of the filing that a duty asks for. */
export function designationOn(contract: Contract, duty: string, day: Day): Designation {
  const [found] = casesWith(contract, 'designated-form', { field: 'filing', value: duty });
  const standing = found && caseOn(found, day);
  if (standing === undefined) return { status: 'undecided' };
  if (standing.status === 'own-accepted') return { status: 'own-accepted', of: standing };
  const isKept = standing.status !== 'designated';
  const form = isKept ? textOf(standing.values, 'form') : null;
  return { status: 'designated', of: standing, form };
}

/**
 * Whether a delivered paper answers the clause by its form. Where the client designates one, our
 * own layout does not until the client has accepted it, before the delivery or since.
 */
export function answersOnForm(
  contract: Contract,
  paper: Case,
  { duty, day }: { readonly duty: string; readonly day: Day },
): boolean {
  if (textOf(paper.values, 'layout') === 'designated') return true;
  if (designationOn(contract, duty, day).status !== 'designated') return true;
  const received = stepOf(paper, 'received');
  if (received === undefined) return false;
  const then = designationOn(contract, duty, dayOf(received.occurredAt));
  return then.status === 'own-accepted';
}

/** What a reader must know of the form of the filing a duty asks for. */
export function formRemarks(contract: Contract, duty: string, day: Day): readonly RemarkCode[] {
  const designation = designationOn(contract, duty, day);
  if (designation.status === 'undecided') return ['designation-unknown'];
  if (designation.status === 'own-accepted') return [];
  return designation.form === null ? ['designated-form-missing'] : [];
}
