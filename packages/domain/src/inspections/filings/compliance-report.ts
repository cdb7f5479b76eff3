import { dutyIds } from '@kanribo/annex';
import { countOf, textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { count, day, oneOf } from '../../engine/field.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import { filing } from '../../presets/filing.ts';
import { type Reading, countFields, countNames } from '../readings.ts';

/**
 * Report how the contract is kept (遵守状況の報告書), clause 24.1: the duty map of one day in both
 * readings, counted by standing. `knownAt` is how many entries the register had at the end of that
 * day, so that anybody can draw the same map again.
 */
export const complianceReport = filing({
  name: 'compliance-report',
  title: '遵守状況の報告書',
  duty: 'compliance-report',
  fields: {
    request: oneOf('報告の求め', 'compliance-request'),
    day: day('報告の基準日'),
    knownAt: count('基準日の終わりの記録数', 1, Number.MAX_SAFE_INTEGER),
    ...countFields,
  },
  states: ['day', 'knownAt', ...countNames],
  mayState: ['request'],
  forbid: doesNotAddUp,
  deviations: reportedLate,
  indexedBy: ['request'],
});

/** Each reading counts every duty once, of a register that is at most as long as it is now. */
function doesNotAddUp({ contract, values, today }: Attempt): Refusal | null {
  if ((textOf(values, 'day') ?? '') > today) return misfit('report-of-later-day');
  const isLonger = (countOf(values, 'knownAt') ?? 0) > contract.size;
  const all = (['happened', 'known'] as const).map((reading) => total(values, reading));
  const isWhole = all.every((counted) => counted === dutyIds.length);
  return isLonger || !isWhole ? misfit('report-mismatch', { duties: dutyIds.length }) : null;
}

function total(values: Attempt['values'], reading: Reading): number {
  return countNames
    .filter((name) => name.startsWith(`${reading}-`))
    .reduce((sum, name) => sum + (countOf(values, name) ?? 0), 0);
}

function reportedLate({ contract, values, occurredOn }: Attempt): readonly DeviationFound[] {
  const request = caseOf(contract, textOf(values, 'request') ?? '');
  const dueOn = textOf(request?.values ?? {}, 'dueOn');
  return dueOn !== null && occurredOn > dueOn
    ? [{ code: 'compliance-reported-late', duty: 'compliance-report' }]
    : [];
}
