import type { Target } from './targets.ts';
import type { Import } from './use-import.ts';

/** What a target is called; one of a later step is told apart by the title of its step. */
export function titleOf({ targets }: Pick<Import, 'targets'>, { label, step }: Target): string {
  return step === targets[0]?.step ? label : `${step.title}・${label}`;
}
