import { contractCodes } from './contract.ts';
import { engineCodes } from './engine.ts';
import { movementsCodes } from './movements.ts';
import { organisationCodes } from './organisation.ts';
import { inspectionsCodes } from './inspections.ts';
import { subcontractsCodes } from './subcontracts.ts';
import { thingsCodes } from './things.ts';
import { trainingCodes } from './training.ts';
import { wordsCodes } from './words.ts';

/** Things that happened against a duty (逸脱), in Japanese: accepted as facts, then asked about. */
export const deviationSentences = {
  ...engineCodes.deviations,
  ...contractCodes.deviations,
  ...organisationCodes.deviations,
  ...trainingCodes.deviations,
  ...thingsCodes.deviations,
  ...movementsCodes.deviations,
  ...subcontractsCodes.deviations,
  ...inspectionsCodes.deviations,
  ...wordsCodes.deviations,
} as const satisfies Record<string, string>;

/** Code of a deviation. */
export type DeviationCode = keyof typeof deviationSentences;
