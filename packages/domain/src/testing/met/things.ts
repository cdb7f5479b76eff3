import type { Refusal } from '../../engine/refusal.ts';
import type { thingsCodes } from '../../refusals/things.ts';
import { lineOf, paper, sendingOf, setUpContract, takenOut } from '../sample.ts';

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const thingsMet = {
  'thing-not-here': () =>
    takenOut().refuses('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' }),
  'thing-ended': () => {
    const life = setUpContract();
    life.takes('thing', 'destroyed', { reason: '溶解' }, { case: paper });
    return life.refuses('sending', 'sent', sendingOf([paper]));
  },
} as const satisfies Record<keyof typeof thingsCodes.refusals, () => Refusal>;
