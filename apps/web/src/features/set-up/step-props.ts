import type { DeclarationAnswer } from '@kanribo/api';
import type { Registers } from '../../api/use-registers.ts';

/** What each step is given. */
export interface StepProps {
  readonly contract: string;
  readonly declarations: readonly DeclarationAnswer[];
  readonly registers: Registers;
}
