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

/**
 * What a deviation shows: something that was against its duty; a sign (兆候) that something may have
 * been, which clause 26.1 asks about as well; or that it was otherwise than our own rule has it
 * (当社の定め), which is against no clause and asks nothing.
 */
export type DeviationWeight = 'breach' | 'sign' | 'house';

const lighter: ReadonlyMap<string, DeviationWeight> = new Map<DeviationCode, DeviationWeight>([
  ['internet-path-open', 'sign'],
  ['lost', 'sign'],
  ['recorded-late', 'house'],
  ['carried-by-unfiled-person', 'house'],
]);

/** What a deviation of this code shows, whenever it was recorded. */
export function weightOf(code: string | null): DeviationWeight {
  return lighter.get(code ?? '') ?? 'breach';
}
