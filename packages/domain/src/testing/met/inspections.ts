import type { Refusal } from '../../engine/refusal.ts';
import type { inspectionsCodes } from '../../refusals/inspections.ts';
import { reported } from '../lives/inspections.ts';
import { setUpContract } from '../sample.ts';

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const inspectionsMet = {
  'report-of-later-day': () => {
    const life = setUpContract();
    return life.refuses('compliance-report', 'prepared', reported(life, '2026-04-21'));
  },
  'report-mismatch': () => {
    const life = setUpContract();
    const stated = reported(life, '2026-04-20');
    return life.refuses('compliance-report', 'prepared', { ...stated, 'known-breached': 99 });
  },
} as const satisfies Record<keyof typeof inspectionsCodes.refusals, () => Refusal>;
