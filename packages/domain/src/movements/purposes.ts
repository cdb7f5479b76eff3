import { isYes, textOf, textsOf } from '../engine/case.ts';
import type { ActTime } from '../engine/covering.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';
import { flag, oneOf } from '../engine/field.ts';
import { type Refusal, forbidden, houseRule, wayOut } from '../engine/refusal.ts';
import { isPurposeOf, isPurposeOn } from '../things/questions.ts';

/** What every line says of its purpose (15): one of the contract's, or that it was another one. */
export const purposeFields = {
  use: oneOf('契約の利用目的', 'purpose'),
  isOutsidePurpose: flag('契約の目的の外で使った'),
} as const;

/** What a step may say of the purpose. */
export const purposeNames = ['use', 'isOutsidePurpose'] as const;

/**
 * An act is for a purpose of the contract, chosen from those declared. 15 forbids another purpose;
 * that one is chosen at all is our own rule.
 */
export function purposeNotChosen({ contract, values, now, today }: Attempt): Refusal | null {
  if (holds({ contract, values }, { at: now, on: today })) return null;
  const refuse = textOf(values, 'use') === null ? houseRule : forbidden;
  return refuse('purpose-not-of-contract', {
    duty: 'purpose-limit',
    wayOut: [wayOut('choose-purpose'), wayOut('declare-purpose')],
  });
}

/** Whether the purpose chosen is the contract's on that day, and one of every thing's own. */
function holds({ contract, values }: Pick<Attempt, 'contract' | 'values'>, act: ActTime): boolean {
  const use = textOf(values, 'use');
  const things = [...textsOf(values, 'things'), ...textsOf(values, 'sources')];
  return use !== null && isPurposeOn(contract, use, act) && isPurposeOf(contract, use, things);
}

/** What was used for anything but a purpose of the contract that held then. */
export function outsidePurpose(attempt: Attempt): readonly DeviationFound[] {
  const { values, occurredAt, occurredOn } = attempt;
  const use = textOf(values, 'use');
  const isOf = use === null || holds(attempt, { at: occurredAt, on: occurredOn });
  if (isOf && !isYes(values, 'isOutsidePurpose')) return [];
  return [{ code: 'outside-purpose', duty: 'purpose-limit' }];
}
