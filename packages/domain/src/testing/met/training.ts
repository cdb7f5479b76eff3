import type { Refusal } from '../../engine/refusal.ts';
import type { trainingCodes } from '../../refusals/training.ts';
import { handler, setUpContract } from '../sample.ts';

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const trainingMet = {
  'attended-and-absent': () => {
    const life = setUpContract();
    const planned = { title: '説明会', plannedOn: '2026-04-20' };
    const about = { case: life.takes('client-training', 'announced', planned).subject };
    const both = { attendees: [handler], absentees: [handler], catchUpBy: '2026-04-30' };
    return life.refuses('client-training', 'attended', both, about);
  },
} as const satisfies Record<keyof typeof trainingCodes.refusals, () => Refusal>;
