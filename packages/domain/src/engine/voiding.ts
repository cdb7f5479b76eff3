import type { WarningCode } from '../refusals/warnings.ts';
import { type Case, voided } from './case.ts';
import type { Attempt, CaseDeclaration, Consequence, Step } from './declaration.ts';
import { casesWith } from './lines.ts';

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
