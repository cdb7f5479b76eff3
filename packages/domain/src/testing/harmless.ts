import type { DutyId } from '@kanribo/annex';
import { textOf } from '../engine/case.ts';
import { casesOf } from '../engine/contract.ts';
import type { Standing } from '../engine/standing.ts';
import type { Life } from './life.ts';

/**
 * Decides the one open deviation from a duty as no incident. Answers how the duty stood before,
 * whether the opening of the deviation proved it, and how it stands since.
 */
export function decidedHarmless(
  life: Life,
  duty: DutyId,
  day: string,
): { readonly before: Standing; readonly isProven: boolean; readonly after: Standing } {
  const before = life.standing(duty, day);
  const open = [...casesOf(life.contract, 'deviation')].filter(
    ({ values, status }) => status === 'opened' && textOf(values, 'duty') === duty,
  );
  const [found] = open;
  if (found === undefined || open.length > 1) throw new Error(`${open.length} deviations: ${duty}`);
  const { id, steps } = found;
  const isProven = before.proofs.includes(steps[0].sequence) && before.cases.includes(id);
  life.takes('deviation', 'decided', { isIncident: false, reason: '実害がない' }, { case: id });
  return { before, isProven, after: life.standing(duty, day) };
}
