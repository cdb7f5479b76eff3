import type { Refusal } from '../../engine/refusal.ts';
import type { wordsCodes } from '../../refusals/words.ts';
import { covered, withClientOfficer, written } from '../lives/words.ts';

const copy = { ...covered['copy-approval'], ...written };

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const wordsMet = {
  'client-speaks-by-account': () => {
    const { life, officer } = withClientOfficer();
    return life.by(officer).refuses('copy-approval', 'granted', copy);
  },
  'account-not-of-client': () => {
    const { life } = withClientOfficer();
    return life.refuses('copy-approval', 'granted', { ...copy, form: 'account' });
  },
  'agreed-after-granting': () => {
    const { life } = withClientOfficer();
    const disk = { ...covered['disk-disposal-approval'], ...written, decidedOn: '2026-04-21' };
    return life.refuses('disk-disposal-approval', 'granted', disk);
  },
} as const satisfies Record<keyof typeof wordsCodes.refusals, () => Refusal>;
