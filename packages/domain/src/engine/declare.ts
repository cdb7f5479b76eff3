import { voided } from './case.ts';
import type { CaseDeclaration } from './declaration.ts';
import { text } from './field.ts';
import type { StepEffect, StepEffects } from './evolve.ts';
import { voidingOf } from './voiding.ts';

/** A declaration as it is written: what most cases have in common may be left out. */
export type Declared = Omit<
  CaseDeclaration,
  'version' | 'house' | 'final' | 'correctable' | 'isVoidable' | 'indexedBy' | 'identifiedBy'
> &
  Partial<
    Pick<
      CaseDeclaration,
      'version' | 'house' | 'final' | 'correctable' | 'isVoidable' | 'indexedBy' | 'identifiedBy'
    >
  >;

/**
 * A case declared: version 1, asked for by the annex and without an end, unless said otherwise. The
 * lines of a register may be struck out.
 */
export function declareCase(declared: Declared): CaseDeclaration {
  const { correctable = [], final = [], steps, preset } = declared;
  const { isVoidable = preset === 'register' } = declared;
  return {
    version: 1,
    house: false,
    indexedBy: [],
    identifiedBy: [],
    ...declared,
    correctable,
    isVoidable,
    fields: {
      ...declared.fields,
      ...(correctable.length > 0 && { correctionReason: text('訂正の理由') }),
      ...(isVoidable && { voidReason: text('取消しの理由', 400) }),
    },
    steps: isVoidable ? { ...steps, [voided]: voidingOf(declared) } : steps,
    final: isVoidable ? [...final, voided] : final,
  };
}

/** The effect of every step of these declarations, by the name their entries bear. */
export function effectsOf(declarations: Iterable<CaseDeclaration>): StepEffects {
  const effects = new Map<string, StepEffect>();
  for (const declaration of declarations) {
    const { name, version, final, steps, indexedBy } = declaration;
    for (const [step, { to }] of Object.entries(steps)) {
      const status = to ?? step;
      const isFinal = final.includes(status);
      const led = { declaration: name, step, status, isFinal, indexedBy };
      effects.set(`${name}/${step}@${version}`, led);
    }
    if (declaration.correctable.length === 0) continue;
    const corrected = { declaration: name, step: 'corrected', status: null, isFinal: false };
    effects.set(`${name}/corrected@${version}`, { ...corrected, indexedBy });
  }
  return effects;
}
