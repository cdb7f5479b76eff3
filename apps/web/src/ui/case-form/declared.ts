import type { DeclarationAnswer } from '@kanribo/api';

/** A declared field as it travels. */
export type DeclaredField = DeclarationAnswer['fields'][number];

/** A declared step as it travels. */
export type DeclaredStep = DeclarationAnswer['steps'][number];

/** The step that opens a case or takes it on, with its fields in the order they are asked. */
export interface StepToFill {
  readonly step: DeclaredStep;
  readonly fields: readonly { readonly field: DeclaredField; readonly isRequired: boolean }[];
}

const correctionTitle = '訂正';

/** The status and the step of a line that was entered by mistake and struck out (取消し). */
export const voided = 'voided';

/** The field that says why a line was struck out; it is never struck through itself. */
export const voidReason = 'voidReason';

/** The correction every declaration has for the fields it calls correctable. */
function correctionOf({ correctable, final, steps }: DeclarationAnswer): DeclaredStep {
  const statuses = new Set([...final, ...steps.map(({ to }) => to)]);
  statuses.delete(voided);
  return {
    name: 'corrected',
    title: correctionTitle,
    from: [...statuses],
    to: '',
    nature: 'fact',
    by: ['set-up', 'chief-officer', 'manager', 'handler'],
    required: ['correctionReason'],
    optional: correctable,
  };
}

/** Steps that somebody in these offices can take on a case of this status (`new`: open one). */
export function stepsFrom(
  declaration: DeclarationAnswer,
  { status, roles }: { readonly status: string; readonly roles: readonly string[] },
): readonly DeclaredStep[] {
  const correction = declaration.correctable.length > 0 ? [correctionOf(declaration)] : [];
  return [...declaration.steps, ...correction].filter(
    ({ from, by }) =>
      (from.includes(status) || (status !== 'new' && from.includes('any'))) &&
      by.some((role) => roles.includes(role)),
  );
}

/** The fields of a step: what is required first, each in its declared order. */
export function stepToFill(declaration: DeclarationAnswer, step: DeclaredStep): StepToFill {
  const asked = new Set([...step.required, ...step.optional]);
  const fields = declaration.fields
    .filter(({ name }) => asked.has(name))
    .map((field) => ({ field, isRequired: step.required.includes(field.name) }));
  return {
    step,
    fields: [
      ...fields.filter(({ isRequired }) => isRequired),
      ...fields.filter(({ isRequired }) => !isRequired),
    ],
  };
}

/** What a status is called: the title of the step that leads to it. */
export function statusTitle({ steps }: DeclarationAnswer, status: string): string {
  return (
    steps.find(({ name }) => name === status)?.title ??
    steps.find(({ to }) => to === status)?.title ??
    status
  );
}

/** Every status a case of the declaration can have, with what it is called. */
export function statusesOf(
  declaration: DeclarationAnswer,
): readonly { readonly value: string; readonly label: string }[] {
  const statuses = [...new Set(declaration.steps.map(({ to }) => to))];
  return statuses.map((value) => ({ value, label: statusTitle(declaration, value) }));
}
