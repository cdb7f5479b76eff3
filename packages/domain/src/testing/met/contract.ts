import type { Refusal } from '../../engine/refusal.ts';
import type { contractCodes } from '../../refusals/contract.ts';
import { basicFacts, evidenceOf, knownContract, setUpContract } from '../sample.ts';

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const contractMet = {
  'contract-already-set-up': () => knownContract().refuses('contract', 'set-up', basicFacts),
  'annex-already-adopted': () => {
    const annex = { text: `sha256:${'a'.repeat(64)}`, profile: 'special-provisions@1' };
    return setUpContract().refuses('annex', 'adopted', { ...annex, from: '2026-04-01' });
  },
  'designation-kept-already': () => {
    const life = setUpContract();
    const word = { clientReference: '区発第8号', filing: 'manager' };
    life.takes('designated-form', 'designated', word);
    return life.refuses('designated-form', 'designated', word);
  },
  'designated-form-not-kept': () =>
    setUpContract().refuses('manager-filing', 'prepared', { layout: 'designated' }),
  'substitute-without-statements': () => {
    const stated = { otherFiling: evidenceOf('1'), includesThisFiling: true };
    return setUpContract().refuses('handlers-list', 'substituted', stated);
  },
} as const satisfies Record<keyof typeof contractCodes.refusals, () => Refusal>;
