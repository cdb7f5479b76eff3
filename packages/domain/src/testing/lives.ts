import type { Life, Stored } from './life.ts';
import { consultationsLife } from './lives/consultations.ts';
import { departuresLife } from './lives/departures.ts';
import { inspectionsLife } from './lives/inspections.ts';
import { movementsLife } from './lives/movements.ts';
import { organisationLife } from './lives/organisation.ts';
import { spineLife } from './lives/spine.ts';
import { struckOutLife } from './lives/struck-out.ts';
import { subcontractsLife } from './lives/subcontracts.ts';
import { trainingLife } from './lives/training.ts';
import { wordsLife } from './lives/words.ts';

/**
 * Lives that take, together, every declared step and every correction at least once, each from a
 * contract of its own. Their entries are the golden ones of the release, one file a life.
 */
export const lives = {
  spine: spineLife,
  departures: departuresLife,
  movements: movementsLife,
  words: wordsLife,
  consultations: consultationsLife,
  organisation: organisationLife,
  training: trainingLife,
  subcontracts: subcontractsLife,
  inspections: inspectionsLife,
  'struck-out': struckOutLife,
} as const satisfies Record<string, () => Life>;

/** Every entry of every life. */
export function storedInLives(): readonly Stored[] {
  return Object.values(lives).flatMap((live) => live().stored);
}
