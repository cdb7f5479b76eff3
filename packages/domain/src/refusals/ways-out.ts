import type { Sentence } from './codes.ts';
import { contractCodes } from './contract.ts';
import { engineCodes } from './engine.ts';
import { movementsCodes } from './movements.ts';
import { organisationCodes } from './organisation.ts';
import { thingsCodes } from './things.ts';
import { wordsCodes } from './words.ts';

/** Lawful ways out of refusals, in Japanese. A code is never renamed. */
export const wayOutSentences = {
  ...engineCodes.waysOut,
  ...contractCodes.waysOut,
  ...organisationCodes.waysOut,
  ...thingsCodes.waysOut,
  ...movementsCodes.waysOut,
  ...wordsCodes.waysOut,
} as const satisfies Record<string, Sentence>;

/** Code of a way out. */
export type WayOutCode = keyof typeof wayOutSentences;
