import type { Day } from '@kanribo/kernel';
import { readDayText } from '../../ui/date-field.tsx';

/** What stands in the choice of people for an external auditor (外部の監査人), who is none of them. */
export const asAuditor = 'external-auditor';

/** As what an account takes part in a contract, as it was chosen and typed. */
export interface TypedPart {
  readonly contract: string;
  /** A person's case, `set-up`, or {@link asAuditor}. */
  readonly person: string;
  /** The last day of an auditor, as it was typed. */
  readonly until: string;
}

/** No part in any contract. */
export const noPart: TypedPart = { contract: '', person: '', until: '' };

/** What was chosen, as it is sent; `unfit` where something is missing. */
export type Part =
  | { readonly kind: 'none' }
  | { readonly kind: 'person'; readonly contract: string; readonly person: string }
  | { readonly kind: 'auditor'; readonly contract: string; readonly until: Day }
  | { readonly kind: 'unfit'; readonly missing: 'person' | 'until' };

/** Reads what was chosen and typed. */
export function readPart({ contract, person, until }: TypedPart): Part {
  if (contract === '') return { kind: 'none' };
  if (person === '') return { kind: 'unfit', missing: 'person' };
  if (person !== asAuditor) return { kind: 'person', contract, person };
  const day = readDayText(until);
  return day.ok
    ? { kind: 'auditor', contract, until: day.value }
    : { kind: 'unfit', missing: 'until' };
}
