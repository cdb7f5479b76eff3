import type { WarningCode } from '../refusals/warnings.ts';
import { type Case, isVoided, isYes, voided } from './case.ts';
import type { Attempt, Catalogue, CaseDeclaration, Consequence, Step } from './declaration.ts';
import { casesWith } from './lines.ts';
import { type Refusal, misfit, wayOut } from './refusal.ts';

/**
 * The striking out (取消し) of a line that was entered by mistake: nothing of it happened. It stays
 * in the register with its history and its reason, and stands on no day from then on; so do the
 * deviations it had opened, as what they ask about never was.
 */
export function voidingOf({
  steps,
  voiding = {},
}: Pick<CaseDeclaration, 'steps' | 'voiding'>): Step {
  const statuses = Object.entries(steps).map(([name, { to }]) => to ?? name);
  const { forbid, also } = voiding;
  return {
    title: '取消し（誤って記録した行）',
    from: [...new Set(statuses)],
    to: voided,
    nature: 'act',
    by: ['set-up', 'chief-officer', 'manager'],
    required: ['voidReason'],
    optional: [],
    ...(forbid && { forbid }),
    warnings: (attempt) => (deviationsOf(attempt).length > 0 ? deviationsWarning : []),
    also: (attempt) => [...(also?.(attempt) ?? []), ...deviationsOf(attempt).map(struckAlong)],
  };
}

const deviationsWarning: readonly WarningCode[] = ['deviations-voided-along'];

const deviationsOf = ({ contract, id }: Attempt) =>
  casesWith(contract, 'deviation', { field: 'of', value: id });

const struckAlong = ({ id }: Case): Consequence => ({
  declaration: 'deviation',
  step: voided,
  case: id,
  values: {},
});

/**
 * What relies on a line that is to be struck out, so that it cannot be: another record that names
 * it, or a person's decision that something about it was an incident.
 */
export function reliedOn(catalogue: Catalogue, step: Step, attempt: Attempt): Refusal | null {
  const { contract, id } = attempt;
  const incident = deviationsOf(attempt).find(({ values }) => isYes(values, 'isIncident'));
  if (incident !== undefined) return misfit('line-is-incident', { case: id, by: incident.id });
  const along = new Set((step.also?.(attempt) ?? []).map((one) => one.case));
  const declaration = attempt.before?.declaration ?? '';
  for (const { name, field } of namings(catalogue, declaration)) {
    const found = casesWith(contract, name, { field, value: id });
    const by = found.find((one) => one.id !== id && !along.has(one.id) && !isVoided(one));
    if (by !== undefined) {
      const ways = [wayOut('void-that-first', { case: by.id })];
      return { ...misfit('line-relied-on', { case: id, by: by.id }), wayOut: ways };
    }
  }
  return null;
}

/** The fields by which cases of any declaration name cases of this one. */
function* namings(catalogue: Catalogue, declaration: string) {
  for (const { name, fields } of catalogue.values()) {
    if (name === 'deviation') continue;
    for (const [field, declared] of Object.entries(fields)) {
      if (declared.type !== 'case' && declared.type !== 'cases') continue;
      const isAbout = declared.of.length === 0 || declared.of.includes(declaration);
      if (isAbout) yield { name, field };
    }
  }
}
