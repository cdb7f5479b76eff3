import type { DeclaredField } from './declared.ts';
import type { Draft } from './draft.ts';

/** What every control made from a declared field is given. */
export interface FieldInputProps {
  readonly contract: string;
  readonly field: DeclaredField;
  readonly isRequired: boolean;
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly isFalseAlarm: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onFalseAlarm: (isOne: boolean) => void;
}
