import type { CaseDeclaration } from '@kanribo/domain';
import { z } from 'zod';

/** A declared field as the screens are made of it. */
const fieldAnswer = z.strictObject({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  options: z.record(z.string(), z.string()).optional(),
  of: z.array(z.string()).optional(),
  maxLength: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});

/** A declared step as the screens are made of it. */
const stepDeclarationAnswer = z.strictObject({
  name: z.string(),
  title: z.string(),
  from: z.array(z.string()),
  to: z.string(),
  nature: z.enum(['fact', 'act']),
  by: z.array(z.string()),
  required: z.array(z.string()),
  optional: z.array(z.string()),
});

/** A declared case: what a form, a list and a printed sheet are made of. */
export const declarationAnswer = z.strictObject({
  name: z.string(),
  title: z.string(),
  preset: z.string(),
  duty: z.string().nullable(),
  house: z.boolean(),
  fields: z.array(fieldAnswer),
  steps: z.array(stepDeclarationAnswer),
  final: z.array(z.string()),
  correctable: z.array(z.string()),
});

/** A declared case: what a form, a list and a printed sheet are made of. */
export type DeclarationAnswer = z.infer<typeof declarationAnswer>;

/** The declaration as it travels; steps only the software takes are left out of nothing. */
export function declarationOf(declaration: CaseDeclaration): DeclarationAnswer {
  const { name, title, preset, duty, house, final, correctable } = declaration;
  return {
    name,
    title,
    preset,
    duty,
    house,
    final: [...final],
    correctable: [...correctable],
    fields: Object.entries(declaration.fields).map(([field, { type, label, ...rest }]) => ({
      name: field,
      label,
      type,
      ...('options' in rest && { options: { ...rest.options } }),
      ...('of' in rest && { of: [...rest.of] }),
      ...('maxLength' in rest && { maxLength: rest.maxLength }),
      ...('min' in rest && { min: rest.min, max: rest.max }),
    })),
    steps: Object.entries(declaration.steps).map(([step, found]) => ({
      name: step,
      title: found.title,
      from: [...found.from],
      to: found.to ?? step,
      nature: found.nature,
      by: [...found.by],
      required: [...found.required],
      optional: [...found.optional],
    })),
  };
}
