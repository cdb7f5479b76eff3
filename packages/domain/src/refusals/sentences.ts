import type { Sentence } from './codes.ts';
import { contractCodes } from './contract.ts';
import { engineCodes } from './engine.ts';
import { movementsCodes } from './movements.ts';
import { organisationCodes } from './organisation.ts';
import { inspectionsCodes } from './inspections.ts';
import { subcontractsCodes } from './subcontracts.ts';
import { thingsCodes } from './things.ts';
import { trainingCodes } from './training.ts';
import { wordsCodes } from './words.ts';

/** Why the software did not do something, in Japanese. A code is never renamed. */
export const refusalSentences = {
  ...engineCodes.refusals,
  ...contractCodes.refusals,
  ...organisationCodes.refusals,
  ...trainingCodes.refusals,
  ...thingsCodes.refusals,
  ...movementsCodes.refusals,
  ...subcontractsCodes.refusals,
  ...inspectionsCodes.refusals,
  ...wordsCodes.refusals,
} as const satisfies Record<string, Sentence>;

/** Code of a refusal. */
export type RefusalCode = keyof typeof refusalSentences;
