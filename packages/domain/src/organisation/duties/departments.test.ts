import { expect, test } from 'vitest';
import {
  appoints,
  basicFacts,
  chief,
  handler,
  otherWorker,
  setUpContract,
} from '../../testing/sample.ts';
import type { Life } from '../../testing/life.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'departments';
const divided = { tasks: '入力と照合', responsibility: '入力の正確さ' };
const named = (life: Life, name: string) => life.takes(duty.slice(0, -1), 'recorded', { name });
const belongs = (life: Life, person: string, department: string) =>
  life.takes('person', 'changed', { department }, { case: person });

test('DUT-departments-1: every standing of the division between departments', () => {
  const life = setUpContract().by(chief);
  const [first, second] = [named(life, '業務部'), named(life, '電算室')];
  named(life, '総務部');
  belongs(life, handler, first.subject);
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ status: 'not-yet', remarks: [] });
  appoints(life, 'handler', { person: otherWorker });
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  belongs(life, otherWorker, second.subject);
  const both = [first.subject, second.subject];
  const open = { dueOn: '2026-04-27', cases: both, proofs: [first.sequence, second.sequence] };
  expect(life.standing(duty, '2026-04-27')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-28')).toMatchObject({ ...open, status: 'overdue' });
  const one = life.takes('department', 'divided', divided, { case: first.subject });
  expect(life.standing(duty, '2026-04-28')).toMatchObject({ cases: [second.subject] });
  const other = life.takes('department', 'divided', divided, { case: second.subject });
  const met = { status: 'met', proofs: [one.sequence, other.sequence], cases: both };
  expect(life.standing(duty, '2026-04-28')).toMatchObject(met);
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['met', 'not-applicable', 'met'],
    isBack: true,
  });
  expect(life.standing(duty, '2027-01-01').status).toBe('not-yet');
});

test('DUT-departments-2: asked for where the set-up says several, named or not', () => {
  const life = setUpContract().by(chief);
  const { clientReference = '' } = basicFacts;
  const several = { clientReference, severalDepartments: true };
  life.takes('contract', 'amended', several, { case: 'contract-1' });
  const missing = { dueOn: '2026-04-15', cases: ['contract-1'], proofs: [0] };
  const unknown = { remarks: ['handlers-without-department'] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject({
    ...missing,
    ...unknown,
    status: 'overdue',
  });
  for (const name of ['業務部', '電算室', '旧部署']) named(life, name);
  life.takes('department', 'dissolved', {}, { case: 'department-3' });
  belongs(life, handler, 'department-1');
  expect(life.standing(duty, '2026-04-20')).toMatchObject({
    status: 'due',
    cases: ['department-1', 'department-2'],
    remarks: [],
  });
});
