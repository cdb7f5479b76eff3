import type { CaseDeclaration } from './declaration.ts';
import { text } from './field.ts';
import type { StepEffect, StepEffects } from './evolve.ts';

/** A declaration as it is written: what most cases have in common may be left out. */
export type Declared = Omit<
  CaseDeclaration,
  'version' | 'house' | 'final' | 'correctable' | 'indexedBy'
> &
  Partial<Pick<CaseDeclaration, 'version' | 'house' | 'final' | 'correctable' | 'indexedBy'>>;

/** A case declared: version 1, asked for by the annex and without an end, unless said otherwise. */
export function declareCase(declared: Declared): CaseDeclaration {
  const { correctable = [] } = declared;
  const reason = correctable.length > 0 ? { correctionReason: text('訂正の理由') } : {};
  return {
    version: 1,
    house: false,
    final: [],
    indexedBy: [],
    ...declared,
    correctable,
    fields: { ...declared.fields, ...reason },
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
