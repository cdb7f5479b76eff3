import { expect, test } from 'vitest';
import { document } from '../../testing/lives/organisation.ts';
import { appoints, basicFacts, chief, knownContract, setUpContract } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'handling-rules';
const { drafted = {}, approved = {}, existing = {}, kept = {} } = document;
const { clientReference = '' } = basicFacts;

test('DUT-handling-rules-1: every standing of the handling rules', () => {
  const life = knownContract();
  appoints(life, 'chief-officer');
  expect(life.standing(duty, '2026-03-31').status).toBe('not-yet');
  const missing = { cases: ['contract-1'], proofs: [0], dueOn: '2026-04-15' };
  expect(life.standing(duty, '2026-04-15')).toMatchObject({ ...missing, status: 'due' });
  expect(life.standing(duty, '2026-04-16')).toMatchObject({ ...missing, status: 'overdue' });
  life.on('2026-04-20 09:00').by(chief);
  const about = { case: life.takes(duty, 'existing', existing).subject };
  expect(life.standing(duty, '2026-04-20').status).toBe('overdue');
  expect(life.refuses(duty, 'approved', approved, about).code).toBe('not-in-step');
  const reviewed = life.takes(duty, 'reviewed', kept, about);
  const met = { status: 'met', proofs: [reviewed.sequence], cases: [about.case] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(met);
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['met', 'not-applicable', 'met'],
    isBack: true,
  });
});

test('DUT-handling-rules-2: reviewed in the months agreed; where none are, nothing is overdue', () => {
  const life = setUpContract().by(chief);
  const about = { case: life.takes(duty, 'drafted', drafted).subject };
  const made = life.takes(duty, 'approved', approved, about);
  const unagreed = { status: 'met', remarks: ['review-cycle-not-agreed'] };
  expect(life.standing(duty, '2036-04-20')).toMatchObject(unagreed);
  const agreed = { clientReference, rulesReviewMonths: 10, endsOn: '2027-12-31' };
  life.takes('contract', 'amended', agreed, { case: 'contract-1' });
  expect(life.standing(duty, '2027-02-05')).toMatchObject({ status: 'met', remarks: [] });
  const open = { dueOn: '2027-02-20', proofs: [made.sequence], remarks: [] };
  expect(life.standing(duty, '2027-02-06')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2027-02-20')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2027-02-21')).toMatchObject({ ...open, status: 'overdue' });
  life.on('2027-02-21 09:00').takes(duty, 'reviewed', kept, about);
  expect(life.standing(duty, '2027-02-21').status).toBe('met');
  const shorter = { clientReference, endsOn: '2027-12-06' };
  const amended = life.contract;
  life.takes('contract', 'amended', shorter, { case: 'contract-1' });
  expect(life.standing(duty, '2030-01-01')).toMatchObject({ status: 'met' });
  life.contract = amended;
  expect(life.standing(duty, '2027-12-22')).toMatchObject({
    dueOn: '2027-12-21',
    status: 'overdue',
  });
});
