import type { JsonObject } from '@kanribo/kernel';
import { designationOn } from '../contract/questions.ts';
import { textOf } from '../engine/case.ts';
import type { Attempt } from '../engine/declaration.ts';
import { type Fields, choice, evidence } from '../engine/field.ts';
import { type Refusal, misfit, wayOut } from '../engine/refusal.ts';

/** Fields of a filing for which the client may designate a form (指定する書面). */
export const layoutFields: Fields = {
  layout: choice('様式', { own: '当方の様式', designated: '委託者の指定様式' }),
  filledForm: evidence('記入した指定様式'),
};

/** The layout a filing is prepared on: our own unless the designated one is named. */
export function layoutOf({ changes }: Attempt): JsonObject {
  return { layout: textOf(changes, 'layout') ?? 'own' };
}

/** On the designated form a filing is prepared only where that form is kept. */
export function formNotKept(duty: string, attempt: Attempt): Refusal | null {
  if (layoutOf(attempt)['layout'] !== 'designated') return null;
  const designation = designationOn(attempt.contract, duty, attempt.today);
  if (designation.status === 'designated' && designation.form !== null) return null;
  return { ...misfit('designated-form-not-kept'), wayOut: [wayOut('upload-designated-form')] };
}

/** Whether what is handed in is the client's form, filled in by hand and kept as evidence. */
export function isFilledForm({ values, changes }: Attempt): boolean {
  return textOf(values, 'layout') === 'designated' && textOf(changes, 'filledForm') !== null;
}
