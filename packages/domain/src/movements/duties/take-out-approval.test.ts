import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import {
  approvalOf,
  handler,
  lineOf,
  manager,
  medium,
  paper,
  setUpContract,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'take-out-approval';
const taken = { protection: 'sealed' };

test('DUT-take-out-approval-1: every standing of the approval of take-outs', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const word = approvalOf([paper], { form: 'oral', paperDueOn: '2026-04-24' });
  const oral = life.takes(duty, 'granted', word);
  const open = { dueOn: '2026-04-24', proofs: [oral.sequence] };
  expect(life.standing(duty, '2026-04-24')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ ...open, status: 'overdue' });
  life.takes(duty, 'confirmed', { clientReference: '区発第2号' }, { case: oral.subject });
  const line = life.takes('take-out', 'permitted', lineOf([paper]));
  const { sequence } = life.takes('take-out', 'taken', taken, { case: line.subject });
  const met = { status: 'met', proofs: [sequence] };
  const remarks = ['as-recorded-only'];
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ ...met, remarks });
  life.takes('take-out', 'taken', { ...lineOf([medium]), protection: 'encrypted' });
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven]).toEqual(['breached', true]);
  expect(after).toMatchObject({ ...met, deviations: 1 });
  expect(setsAside(life, duty).isBack).toBe(true);
  expect(life.standing(duty, '2026-06-30').status).toBe('not-applicable');
});

test('DUT-take-out-approval-2: what is an incident stays a breach, and an answer may change', () => {
  const life = setUpContract();
  life.takes('take-out', 'taken', { ...lineOf([paper]), ...taken });
  const about = { case: 'deviation-1' };
  const values = { isIncident: true, reason: '紛失のおそれ' };
  life.takes('deviation', 'decided', values, about);
  expect(life.standing(duty, '2026-12-01').status).toBe('breached');
  life.takes('deviation', 'decided', { isIncident: false, reason: '封緘のまま戻った' }, about);
  const after = life.standing(duty, '2026-12-01');
  expect(after).toMatchObject({ status: 'not-yet', deviations: 1, proofs: [] });
  expect(after.remarks).toContain('deviations-decided');
});

test('DUT-take-out-approval-3: an approval never covers what was before it or after its end', () => {
  const life = setUpContract();
  life.takes('take-out', 'taken', { ...lineOf([paper]), ...taken }, { at: '2026-04-20 08:00' });
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium], { until: '2026-04-21' }));
  expect(life.standing('take-out-approval', '2026-04-20').status).toBe('breached');
  life.on('2026-04-20 10:00');
  life.takes('take-out-approval', 'granted', approvalOf([medium]));
  const about = { at: '2026-04-20 09:59' };
  const values = { ...lineOf([medium]), protection: 'encrypted', destination: 'place-1' };
  life.takes('take-out-approval', 'granted', approvalOf([medium], { destination: 'place-1' }));
  const { events } = life.takes('take-out', 'taken', values, about);
  expect(events[0]?.duties).toContain('take-out-approval');
  const back = { returner: handler, returnConfirmedBy: manager };
  life.takes('take-out', 'returned', back, { case: 'take-out-2' });
  const withdrawal = { withdrawnBecause: '区の指示' };
  life.takes('take-out-approval', 'withdrawn', withdrawal, { case: 'take-out-approval-2' });
  const late = life.on('2026-04-22 09:00').refuses('take-out', 'permitted', lineOf([medium]));
  expect(late.code).toBe('take-out-unapproved');
  life.on('2026-04-21 09:00');
  expect(life.decides('take-out', 'permitted', lineOf([medium])).ok).toBe(true);
  life.takes('take-out-approval', 'withdrawn', withdrawal, { case: 'take-out-approval-1' });
  expect(life.decides('take-out', 'permitted', lineOf([medium])).ok).toBe(false);
});
