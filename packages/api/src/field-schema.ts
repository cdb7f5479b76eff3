import type { CaseDeclaration, Field } from '@kanribo/domain';
import { exhaustive } from '@kanribo/kernel';
import { z } from 'zod';
import { day, moment } from './answers.ts';

/** What a step's values look like on the way in, from its declaration; the domain checks meaning. */
export function stepSchema(declaration: CaseDeclaration, step: string): z.ZodObject | undefined {
  const found = declaration.steps[step];
  if (found === undefined) return undefined;
  const shape: Record<string, z.ZodType> = {};
  for (const name of [...found.required, ...found.optional]) {
    const field = declaration.fields[name];
    if (field === undefined) continue;
    const schema = fieldSchema(field).describe(field.label);
    shape[name] = found.required.includes(name) ? schema : schema.optional();
  }
  return z.strictObject(shape);
}

/** A declared field as a schema. */
function fieldSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
      return z.string().min(1).max(field.maxLength);
    case 'token':
      return z.string().regex(/^[\x21-\x7e]{1,300}$/);
    case 'trackingNumber':
      return z.string().regex(/^[0-9A-Z]{8,16}$/);
    case 'choice':
      return z.enum(Object.keys(field.options));
    case 'flag':
      return z.boolean();
    case 'count':
      return z.int().min(field.min).max(field.max);
    case 'day':
      return day;
    case 'moment':
      return moment;
    case 'evidence':
      return z.string().regex(/^sha256:[0-9a-f]{64}$/);
    case 'digest':
      return z.string().regex(/^[0-9a-f]{64}$/);
    case 'case':
      return z.string().min(1).max(100);
    case 'cases':
    case 'duties':
      return z.array(z.string().min(1).max(100)).min(1).max(500);
    default:
      return exhaustive(field);
  }
}
