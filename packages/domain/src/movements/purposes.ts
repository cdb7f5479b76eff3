import { isYes, textOf } from '../engine/case.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';
import { flag, oneOf } from '../engine/field.ts';
import { type Refusal, forbidden, wayOut } from '../engine/refusal.ts';
import { isPurposeOn } from '../things/questions.ts';

/** What every line says of its purpose (15): one of the contract's, or that it was another one. */
export const purposeFields = {
  use: oneOf('契約の利用目的', 'purpose'),
  isOutsidePurpose: flag('契約の目的の外で使った'),
} as const;

/** What a step may say of the purpose. */
export const purposeNames = ['use', 'isOutsidePurpose'] as const;

/** An act is for a purpose of the contract, chosen from those declared. */
export function purposeNotChosen({ contract, values, now, today }: Attempt): Refusal | null {
  if (isPurposeOn(contract, textOf(values, 'use'), { at: now, on: today })) return null;
  return forbidden('purpose-not-of-contract', {
    duty: 'purpose-limit',
    wayOut: [wayOut('choose-purpose'), wayOut('declare-purpose')],
  });
}

/** What was used for anything but a purpose of the contract that held then. */
export function outsidePurpose(attempt: Attempt): readonly DeviationFound[] {
  const { contract, values, occurredAt, occurredOn } = attempt;
  const use = textOf(values, 'use');
  const isOf = use === null || isPurposeOn(contract, use, { at: occurredAt, on: occurredOn });
  if (isOf && !isYes(values, 'isOutsidePurpose')) return [];
  return [{ code: 'outside-purpose', duty: 'purpose-limit' }];
}
