import { expect, test } from 'vitest';
import { standingOf } from './duties.ts';
import { type StepTaken, caseOn, isLate } from './engine/case.ts';
import { type Contract, caseOf } from './engine/contract.ts';
import type { Life } from './testing/life.ts';
import { approvalOf, handler, lineOf, manager, paper, setUpContract } from './testing/sample.ts';
import { type Day, parseDay } from '@kanribo/kernel';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function stepsOf(life: Life, id: string): readonly StepTaken[] {
  return caseOf(life.contract, id)?.steps ?? [];
}

const status = (contract: Contract, on: string) =>
  standingOf(contract, 'take-out-register', day(on)).status;

/** Taken out on the 20th and back on the 21st, which nobody wrote down before the 25th. */
function lateReturn(): { readonly life: Life; readonly known: Contract } {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper]));
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const known = life.contract;
  life.on('2026-04-25 09:00');
  const back = { returner: handler, returnConfirmedBy: manager };
  life.takes('take-out', 'returned', back, { case: 'take-out-1', at: '2026-04-21 17:00' });
  return { life, known };
}

test('DOM-16: an earlier version of the contract answers what was known then', () => {
  const { life, known } = lateReturn();
  expect(status(known, '2026-04-20')).toBe('due');
  expect(status(known, '2026-04-24')).toBe('overdue');
  const since = { status: 'met', proofs: [known.size], remarks: ['house-marks-on-record'] };
  expect(life.standing('take-out-register', '2026-04-24')).toMatchObject(since);
  expect(status(life.contract, '2026-04-20')).toBe('due');
});

test('DOM-16: what was recorded late stays late, whatever is recorded after', () => {
  const { life } = lateReturn();
  const correction = { correctionReason: '書き誤り', remarks: '備考' };
  life.on('2026-04-30 09:00').takes('take-out', 'corrected', correction, { case: 'take-out-1' });
  expect(stepsOf(life, 'take-out-1').map(isLate)).toEqual([false, true, false]);
  const found = life.standing('take-out-register', '2026-04-30');
  expect(found).toMatchObject({ remarks: ['house-marks-on-record'], deviations: 0 });
});

test('DOM-17: a correction adds an entry with its reason and changes no status of any day', () => {
  const { life } = lateReturn();
  const correction = { correctionReason: '書き誤り', plannedReturnOn: '2026-04-23' };
  const about = { case: 'take-out-1', at: '2026-04-20 12:00' };
  const { events } = life.takes('take-out', 'corrected', correction, about);
  expect(events).toMatchObject([
    { declaration: 'take-out/corrected@1', particulars: { correctionReason: '書き誤り' } },
  ]);
  const line = caseOf(life.contract, 'take-out-1');
  if (line === undefined) throw new Error('the line stays');
  expect(caseOn(line, day('2026-04-19'))).toBeUndefined();
  expect(caseOn(line, day('2026-04-20'))?.status).toBe('taken');
  expect(caseOn(line, day('2026-04-24'))?.values['plannedReturnOn']).toBe('2026-04-22');
  expect(caseOn(line, day('2026-04-25'))?.values['plannedReturnOn']).toBe('2026-04-23');
  expect(line.status).toBe('returned');
  expect(life.refuses('place', 'corrected', correction, { case: 'place-1' }).code).toBe(
    'unknown-step',
  );
});

test('DOM-22: a correction of the day something is due mends no day before it was recorded', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper]));
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  life.on('2026-04-30 09:00');
  const later = { correctionReason: '書き誤り', plannedReturnOn: '2099-01-01' };
  life.takes('take-out', 'corrected', later, { case: 'take-out-1', at: '2026-04-20 10:00' });
  expect(status(life.contract, '2026-04-29')).toBe('overdue');
  expect(status(life.contract, '2026-04-30')).toBe('due');
});

test('DOM-22: a decision counts from when it was recorded, whatever day it names', () => {
  const life = setUpContract();
  const duty = 'take-out-approval';
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  life.on('2026-06-30 09:00');
  const harmless = { isIncident: false, reason: '実害がない' };
  const about = { case: 'deviation-1', at: '2026-04-20 09:00' };
  life.takes('deviation', 'decided', harmless, about);
  expect(life.standing(duty, '2026-06-29').status).toBe('breached');
  expect(life.standing(duty, '2026-06-30').status).toBe('not-yet');
  const aside = { duty: 'basic-policy', until: '2026-12-31', reason: '対象がない' };
  life.takes('not-applicable', 'decided', aside, { at: '2026-05-01 09:00' });
  expect(life.standing('basic-policy', '2026-06-29').status).toBe('overdue');
  expect(life.standing('basic-policy', '2026-06-30').status).toBe('not-applicable');
});
