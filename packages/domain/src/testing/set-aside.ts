import type { DutyId } from '@kanribo/annex';
import type { Standing } from '../engine/standing.ts';
import type { Life } from './life.ts';

/** How a duty stands before, while and after it is decided not to apply until the end of June. */
export function setsAside(
  life: Life,
  duty: DutyId,
): { readonly statuses: readonly string[]; readonly isBack: boolean; readonly during: Standing } {
  const before = life.standing(duty, '2026-07-01');
  life.takes('not-applicable', 'decided', { duty, until: '2026-06-30', reason: '対象がない' });
  const during = life.standing(duty, '2026-06-30');
  const after = life.standing(duty, '2026-07-01');
  const isBack = JSON.stringify(before) === JSON.stringify(after);
  return { statuses: [before.status, during.status, after.status], isBack, during };
}
