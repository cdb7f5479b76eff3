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

/** Lawful ways out of refusals, in Japanese. A code is never renamed. */
export const wayOutSentences = {
  ...engineCodes.waysOut,
  ...contractCodes.waysOut,
  ...organisationCodes.waysOut,
  ...trainingCodes.waysOut,
  ...thingsCodes.waysOut,
  ...movementsCodes.waysOut,
  ...subcontractsCodes.waysOut,
  ...inspectionsCodes.waysOut,
  ...wordsCodes.waysOut,
} as const satisfies Record<string, Sentence>;

/** Code of a way out. */
export type WayOutCode = keyof typeof wayOutSentences;
