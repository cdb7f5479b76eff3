import { expect, test } from 'vitest';
import {
  approvalOf,
  appoints,
  chief,
  handler,
  lineOf,
  manager,
  paper,
  setUpContract,
  takenOut,
  unfiled,
} from './testing/sample.ts';

const duty = 'take-out-approval';
const back = { returner: handler, returnConfirmedBy: manager };
const harmless = { isIncident: false, reason: '実害がない' };

test('DOM-23: a decision that a duty does not apply hides no deviation that stands', () => {
  const life = takenOut();
  const opened = life.standing(duty, '2026-04-20');
  expect(opened.status).toBe('breached');
  const values = { duty, until: '2026-06-30', reason: '対象がない' };
  const decided = life.takes('not-applicable', 'decided', values);
  const aside = life.standing(duty, '2026-04-20');
  expect(aside).toMatchObject({ status: 'not-applicable', deviations: 1, dueOn: '2026-06-30' });
  expect(aside.remarks).toEqual(['deviations-set-aside']);
  expect(aside.cases).toEqual(['deviation-1', decided.subject]);
  expect(aside.proofs).toEqual([...opened.proofs, decided.sequence]);
  life.takes('deviation', 'decided', harmless, { case: 'deviation-1' });
  const after = life.standing(duty, '2026-04-20');
  expect([after.remarks, after.cases]).toEqual([[], [decided.subject]]);
});

test('DOM-24: what deviated from a duty never proves it, and stays on record when all else is kept', () => {
  const life = setUpContract().on('2026-04-24 09:00');
  life.takes('take-out-approval', 'granted', approvalOf([paper]), { at: '2026-04-20 09:00' });
  const taken = { ...lineOf([paper]), protection: 'sealed', plannedReturnOn: '2026-04-30' };
  const { approver: _, ...unasked } = { approver: manager, ...taken };
  life.takes('take-out', 'taken', unasked);
  life.takes('take-out', 'returned', back, { case: 'take-out-1' });
  life.takes('deviation', 'decided', harmless, { case: 'deviation-1' });
  const alone = life.standing('take-out-register', '2026-04-24');
  expect([alone.status, alone.remarks]).toEqual(['not-yet', ['deviations-decided']]);
  life.takes('take-out', 'taken', taken);
  const { sequence } = life.takes('take-out', 'returned', back, { case: 'take-out-2' });
  const found = life.standing('take-out-register', '2026-04-24');
  const met = { status: 'met', proofs: [sequence], remarks: ['deviations-on-record'] };
  expect(found).toMatchObject(met);
});

test('DOM-25: what was agreed anew counts from when it was recorded and mends no day before', () => {
  const life = unfiled().on('2026-05-20 09:00');
  const dated = { case: 'contract-1', at: '2026-04-01 09:00' };
  expect(life.standing('handlers-list', '2026-05-10').status).toBe('breached');
  const agreed = { clientReference: '区発第9号', handlingFrom: '2026-06-01' };
  life.takes('contract', 'amended', agreed, dated);
  expect(life.standing('handlers-list', '2026-05-10').status).toBe('breached');
  expect(life.standing('handlers-list', '2026-05-20').status).toBe('due');
  appoints(life.by(chief), 'handler', { from: '2026-05-20' });
  expect(life.standing('handlers-list', '2026-04-10').dueOn).toBe('2026-04-15');
});
