import type { CaseDeclaration, Step } from './declaration.ts';

/**
 * The correction (訂正) every declaration has: the values it names are given again with a reason.
 * What stood before stays in the register.
 */
export function correctionOf(declaration: CaseDeclaration): Step {
  return {
    title: '訂正',
    from: ['any'],
    nature: 'fact',
    by: ['set-up', 'chief-officer', 'manager', 'handler'],
    required: ['correctionReason'],
    optional: declaration.correctable,
  };
}
