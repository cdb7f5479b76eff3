import type { WarningCode } from '../refusals/warnings.ts';
import { type Case, type StepTaken, isAmendment, voided } from './case.ts';
import type { Attempt, CaseDeclaration, Consequence, Step } from './declaration.ts';
import { casesWith } from './lines.ts';
import { holdsOffice } from './offices.ts';
import { type Refusal, misfit, wayOut } from './refusal.ts';
import { officeTitles } from './titles.ts';

/**
 * The striking out (取消し) of a line that was entered by mistake: nothing of it happened. It stays
 * in the register with its history and its reason, and stands on no day from then on; so do the
 * deviations it had opened, as what they ask about never was. What a person found stays as it is.
 */
export function voidingOf({
  steps,
  voiding = {},
}: Pick<CaseDeclaration, 'steps' | 'voiding'>): Step {
  const statuses = Object.entries(steps).map(([name, { to }]) => to ?? name);
  const { title = '取消し（誤って記録した行）', by = strikers, forbid, also } = voiding;
  return {
    title,
    from: [...new Set(statuses)],
    to: voided,
    nature: 'act',
    by,
    required: ['voidReason'],
    optional: [],
    ...(forbid && { forbid }),
    warnings: (attempt) => (openedBy(attempt).length > 0 ? deviationsWarning : []),
    also: (attempt) => [...(also?.(attempt) ?? []), ...openedBy(attempt).map(struckAlong)],
  };
}

/**
 * What a person noticed or found is struck out by who wrote it, while nobody else had a part in it,
 * or by a chief officer: nobody takes back for another what that one saw.
 */
export const voidingOfFindings = {
  by: ['chief-officer', 'manager'],
  forbid: ({ contract, actor, today, before, id }: Attempt): Refusal | null => {
    const [found, ...later] = before?.steps ?? [];
    const isOwn = found?.actor === actor && later.every(isAmended);
    if (isOwn || holdsOffice(contract, 'chief-officer', { person: actor, day: today })) return null;
    const roles = officeTitles['chief-officer'];
    return {
      ...misfit('line-of-finder', { case: id }),
      wayOut: [wayOut('ask-person-in-charge', { roles })],
    };
  },
} as const;

const isAmended = ({ step }: StepTaken): boolean => isAmendment(step);

const strikers = ['set-up', 'chief-officer', 'manager'] as const;

const deviationsWarning: readonly WarningCode[] = ['deviations-voided-along'];

/** Everything that deviated about a line, whoever found it. */
export const deviationsOf = ({ contract, id }: Attempt): readonly Case[] =>
  casesWith(contract, 'deviation', { field: 'of', value: id });

/** What the software itself found as the line was entered; a person's finding is that person's. */
const openedBy = (attempt: Attempt) =>
  deviationsOf(attempt).filter(({ steps: [first] }) => first.step !== 'found');

const struckAlong = ({ id }: Case): Consequence => ({
  declaration: 'deviation',
  step: voided,
  case: id,
  values: {},
});
