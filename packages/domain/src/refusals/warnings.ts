import { contractCodes } from './contract.ts';
import { engineCodes } from './engine.ts';
import { movementsCodes } from './movements.ts';
import { organisationCodes } from './organisation.ts';
import { inspectionsCodes } from './inspections.ts';
import { subcontractsCodes } from './subcontracts.ts';
import { thingsCodes } from './things.ts';
import { trainingCodes } from './training.ts';
import { wordsCodes } from './words.ts';

/** What a person should know although nothing forbids it, in Japanese. */
export const warningSentences = {
  ...engineCodes.warnings,
  ...contractCodes.warnings,
  ...organisationCodes.warnings,
  ...trainingCodes.warnings,
  ...thingsCodes.warnings,
  ...movementsCodes.warnings,
  ...subcontractsCodes.warnings,
  ...inspectionsCodes.warnings,
  ...wordsCodes.warnings,
} as const satisfies Record<string, string>;

/** Code of a warning. */
export type WarningCode = keyof typeof warningSentences;

/** Whether a text names a warning. */
export function isWarningCode(code: string): code is WarningCode {
  return Object.hasOwn(warningSentences, code);
}
