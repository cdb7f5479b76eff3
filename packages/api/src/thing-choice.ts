import { z } from 'zod';
import { askedWords, caseId } from './answers.ts';

/** States things can be chosen by; what is overdue (期限超過) is out as well. */
export const thingStates = ['here', 'out', 'overdue', 'ended'] as const;

/** What things can be ordered by. */
const thingSorts = ['number', 'thing', 'kind', 'status', 'place', 'custodian', 'under'] as const;

/** Which things are asked for, and in which order; everything may be left out. */
export const thingChoice = z.strictObject({
  state: z.enum(thingStates).optional(),
  /** The kind (種別) by its name in the declaration. */
  kind: askedWords(60).optional(),
  /** Where it is kept. */
  place: caseId.optional(),
  /** Who keeps it. */
  custodian: caseId.optional(),
  /** Found in its name, its place, who keeps it or what it is out under. */
  text: askedWords(100).optional(),
  sort: z.enum(thingSorts).optional(),
  order: z.enum(['asc', 'desc']).optional(),
});

/** Which things are asked for, and in which order. */
export type ThingChoice = z.output<typeof thingChoice>;
