import type { DeclarationAnswer } from '@kanribo/api';
import type { DeclaredField, DeclaredStep } from '../../../ui/case-form/declared.ts';

/** What a column of a sheet can be read as: when a step happened, or one of its fields. */
export interface Target {
  /** `<step>.<field>`; the day and time of the step are `@day` and `@time`. */
  readonly id: string;
  readonly step: DeclaredStep;
  readonly label: string;
  readonly isRequired: boolean;
  /** Undefined for when the step happened. */
  readonly field: DeclaredField | undefined;
  readonly kind: 'day' | 'time' | 'field';
}

/** A file stands in no cell. */
const isRead = (type: string): boolean => type !== 'evidence';

/** Steps that tell of what happened and that this person may record; acts are done now, not read. */
function readable(
  { fields }: DeclarationAnswer,
  { nature, by, required }: DeclaredStep,
  roles: Roles,
) {
  const kept = new Set(fields.filter(({ type }) => !isRead(type)).map(({ name }) => name));
  return (
    nature === 'fact' &&
    by.some((role) => roles.includes(role)) &&
    !required.some((name) => kept.has(name))
  );
}

type Roles = readonly string[];

/** The steps a row can begin with. */
export function openingSteps(
  declaration: DeclarationAnswer,
  roles: Roles,
): readonly DeclaredStep[] {
  return declaration.steps.filter(
    (step) => step.from.includes('new') && readable(declaration, step, roles),
  );
}

/** The steps a row that begins so can go on with, in their declared order. */
export function laterSteps(
  declaration: DeclarationAnswer,
  opening: DeclaredStep,
  roles: Roles,
): readonly DeclaredStep[] {
  return reachedFrom(declaration, opening).filter((step) => readable(declaration, step, roles));
}

/** Every step a case can come to once it began so, whoever takes it. */
export function reachedFrom(
  { steps }: DeclarationAnswer,
  opening: DeclaredStep,
): readonly DeclaredStep[] {
  const reached = new Set([opening.to]);
  for (const _ of steps) {
    for (const { from, to } of steps) {
      if (from.some((status) => reached.has(status))) reached.add(to);
    }
  }
  return steps.filter(
    ({ name, from }) =>
      name !== opening.name && from.some((status) => reached.has(status) || status === 'any'),
  );
}

/** Everything a column can be read as, the opening step first. */
export function targetsOf(
  { fields }: DeclarationAnswer,
  steps: readonly DeclaredStep[],
  words: { readonly day: string; readonly time: string },
): readonly Target[] {
  return steps.flatMap((step, index) => {
    const asked = new Set([...step.required, ...step.optional]);
    const about = (kind: 'day' | 'time'): Target => ({
      id: `${step.name}.@${kind}`,
      step,
      label: words[kind],
      isRequired: kind === 'day' && index === 0,
      field: undefined,
      kind,
    });
    const given = fields
      .filter(({ name, type }) => asked.has(name) && isRead(type))
      .map((field): Target => ({
        id: `${step.name}.${field.name}`,
        step,
        label: field.label,
        isRequired: step.required.includes(field.name),
        field,
        kind: 'field',
      }));
    return [about('day'), about('time'), ...given];
  });
}
