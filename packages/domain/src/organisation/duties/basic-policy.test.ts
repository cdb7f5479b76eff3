import { expect, test } from 'vitest';
import { document } from '../../testing/lives/organisation.ts';
import { appoints, chief, evidenceOf, knownContract, setUpContract } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'basic-policy';
const { drafted = {}, approved = {}, existing = {}, kept = {}, revise = {} } = document;

test('DUT-basic-policy-1: every standing of the basic policy', () => {
  const life = knownContract();
  appoints(life, 'chief-officer');
  expect(life.standing(duty, '2026-03-31').status).toBe('not-yet');
  const missing = { cases: ['contract-1'], proofs: [0], dueOn: '2026-04-15' };
  expect(life.standing(duty, '2026-04-01')).toMatchObject({ ...missing, status: 'due' });
  expect(life.standing(duty, '2026-04-15')).toMatchObject({ ...missing, status: 'due' });
  expect(life.standing(duty, '2026-04-16')).toMatchObject({ ...missing, status: 'overdue' });
  life.on('2026-04-20 09:00').by(chief);
  const draft = life.takes(duty, 'drafted', drafted);
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ ...missing, status: 'overdue' });
  const made = life.takes(duty, 'approved', approved, { case: draft.subject });
  const met = { status: 'met', proofs: [made.sequence], cases: [draft.subject] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(met);
  expect(life.standing(duty, '2026-04-19')).toMatchObject({ ...missing, status: 'overdue' });
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['met', 'not-applicable', 'met'],
    isBack: true,
  });
});

test('DUT-basic-policy-1: a review asks for a new version until a day', () => {
  const life = setUpContract().by(chief);
  const first = { case: life.takes(duty, 'drafted', drafted).subject };
  life.takes(duty, 'approved', approved, first);
  const reviewed = life.takes(duty, 'reviewed', revise, first);
  const open = { dueOn: '2026-06-30', proofs: [reviewed.sequence], cases: [first.case] };
  expect(life.standing(duty, '2026-06-30')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-07-01')).toMatchObject({ ...open, status: 'overdue' });
  const next = { version: '2.0', text: evidenceOf('5') };
  const second = { case: life.takes(duty, 'drafted', next).subject };
  const made = life.takes(duty, 'approved', { from: '2026-07-10' }, second);
  expect(life.standing(duty, '2026-07-09')).toMatchObject({ ...open, status: 'overdue' });
  const met = { status: 'met', proofs: [made.sequence] };
  expect(life.standing(duty, '2026-07-10')).toMatchObject(met);
  const endless = { outcome: 'revise', findings: '組織の変更' };
  expect(life.refuses(duty, 'reviewed', endless, second).code).toBe('field-missing');
});

test('ORG-1: a version holds by approval of the chief officer, from its day, until withdrawn', () => {
  const life = setUpContract();
  const draft = { case: life.takes(duty, 'drafted', drafted).subject };
  expect(life.refuses(duty, 'approved', approved, draft).code).toBe('role-missing');
  life.by(chief).takes(duty, 'approved', approved, draft);
  expect(life.standing(duty, '2026-04-20').status).toBe('met');
  life.on('2026-04-21 09:00').takes(duty, 'withdrawn', { remarks: '誤り' }, draft);
  expect(life.standing(duty, '2026-04-21').status).toBe('overdue');
  const old = { case: life.takes(duty, 'existing', existing).subject };
  expect(life.refuses(duty, 'reviewed', kept, old).code).toBe('not-in-step');
  life.takes(duty, 'approved', approved, old);
  expect(life.standing(duty, '2026-04-21').status).toBe('met');
});
