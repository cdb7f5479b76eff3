import { expect, test } from 'vitest';
import { type DutyId, dutyIds } from '@kanribo/annex';
import type { Office } from './engine/offices.ts';
import type { Life, Taken } from './testing/life.ts';
import {
  appoints,
  chief,
  filings,
  files,
  handler,
  knownContract,
  receives,
  setUpContract,
  submits,
} from './testing/sample.ts';

/** Decides until the end of June that a duty does not apply; answers what recorded it. */
function setAside(life: Life, duty: DutyId): Taken {
  const values = { duty, until: '2026-06-30', reason: '対象がない' };
  return life.takes('not-applicable', 'decided', values);
}

function expectSetAside(life: Life, duty: DutyId): void {
  const before = life.standing(duty, '2026-07-01');
  const open = before.status === 'breached' ? before.cases : [];
  const { sequence: decision, subject: decided } = setAside(life, duty);
  const found = life.standing(duty, '2026-06-30');
  expect(found).toMatchObject({ status: 'not-applicable', cases: [...open, decided] });
  expect(found.proofs).toContain(decision);
  expect(found.dueOn).toBe('2026-06-30');
  expect(life.standing(duty, '2026-07-01')).toEqual(before);
}

/** Every standing of an office of 6 to 9.1, by commands only; answers them as they came. */
function officeStandings(duty: DutyId, office: Office): readonly string[] {
  const life = knownContract();
  const setUp = 0;
  const unasked = life.standing(duty, '2026-03-31');
  expect(unasked.proofs).toEqual([]);
  const waiting = { status: 'due', dueOn: '2026-04-15', proofs: [setUp] };
  expect(life.standing(duty, '2026-04-01')).toMatchObject(waiting);
  expect(life.standing(duty, '2026-04-15')).toMatchObject(waiting);
  const empty = life.standing(duty, '2026-04-16');
  expect(empty).toMatchObject({ proofs: [setUp], cases: ['contract-1'] });
  const appointed = appoints(life, office);
  const named = { proofs: [appointed.sequence], cases: [appointed.subject], dueOn: '2026-04-15' };
  expect(life.standing(duty, '2026-04-15')).toMatchObject({ ...named, status: 'due' });
  expect(life.standing(duty, '2026-04-16')).toMatchObject({ ...named, status: 'overdue' });
  const filing = filings[office];
  const prepared = life.takes(filing, 'prepared', {});
  submits(life, filing, prepared.subject);
  expect(life.standing(duty, '2026-04-16')).toMatchObject({ ...named, status: 'overdue' });
  const { sequence } = receives(life, filing, prepared.subject);
  expect(life.standing(duty, '2026-04-16')).toMatchObject({ status: 'met', proofs: [sequence] });
  const decision = setAside(life, duty).sequence;
  const decided = life.standing(duty, '2026-04-16');
  expect(decided).toMatchObject({ proofs: [decision], dueOn: '2026-06-30' });
  return [unasked, empty, decided, life.standing(duty, '2026-07-01')].map(({ status }) => status);
}

const officeStatuses = ['not-yet', 'breached', 'not-applicable', 'met'];

test('DUT-chief-officer-1: every standing of the chief officer', () => {
  expect(officeStandings('chief-officer', 'chief-officer')).toEqual(officeStatuses);
});

test('DUT-audit-officer-1: every standing of the audit officer', () => {
  expect(officeStandings('audit-officer', 'audit-officer')).toEqual(officeStatuses);
});

test('DUT-manager-1: every standing of the manager', () => {
  expect(officeStandings('manager', 'manager')).toEqual(officeStatuses);
});

test('DUT-handlers-list-1: every standing of the list of handlers', () => {
  expect(officeStandings('handlers-list', 'handler')).toEqual(officeStatuses);
});

test('DUT-handlers-list-2: who comes later is due promptly, and after the end nothing is', () => {
  const life = setUpContract().by(chief);
  const values = { from: '2026-05-01', until: '2027-03-31', person: 'person-5' };
  const { sequence } = appoints(life, 'handler', values);
  const due = { status: 'due', dueOn: '2026-05-08', proofs: [sequence] };
  expect(life.standing('handlers-list', '2026-05-01')).toMatchObject(due);
  expect(life.standing('handlers-list', '2026-05-09').status).toBe('overdue');
  const received = files(life, 'handlers-list');
  const met = { status: 'met' };
  expect(life.standing('handlers-list', '2027-03-31')).toMatchObject(met);
  const after = life.standing('handlers-list', '2027-06-01');
  expect(after).toMatchObject({ ...met, proofs: [received.sequence] });
});

test('DUT-handlers-list-2: once all handlers have ended, nobody new is asked for', () => {
  const life = setUpContract().by(chief);
  const { proofs } = life.standing('handlers-list', '2026-04-20');
  life.takes('handler', 'ended', { until: '2026-05-31' }, { case: 'handler-1' });
  const met = { status: 'met', proofs };
  expect(life.standing('handlers-list', '2026-05-31')).toMatchObject(met);
  expect(life.standing('handlers-list', '2026-06-01')).toMatchObject(met);
});

test('DUT-change-filing-1: every standing of the change filing', () => {
  const duty = 'change-filing';
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ status: 'not-yet', proofs: [] });
  const change = { case: handler };
  const renamed = life.takes('person', 'changed', { name: '見本 桃子' }, change);
  const opened = { dueOn: '2026-04-27', proofs: [renamed.sequence + 1] };
  expect(life.standing(duty, '2026-04-19').status).toBe('not-yet');
  expect(life.standing(duty, '2026-04-27')).toMatchObject({ ...opened, status: 'due' });
  expect(life.standing(duty, '2026-04-28')).toMatchObject({ ...opened, status: 'overdue' });
  const filed = files(life.on('2026-04-27 17:00'), duty, 'change-filing-1').sequence;
  expect(life.standing(duty, '2026-04-28')).toMatchObject({ status: 'met', proofs: [filed] });
  life.takes('person', 'changed', { affiliation: '業務部' }, change);
  const late = files(life.on('2026-05-05 09:00'), duty, 'change-filing-2').sequence;
  const breached = life.standing(duty, '2026-05-05');
  expect(breached).toMatchObject({ status: 'breached', proofs: [late + 1], deviations: 1 });
  expectSetAside(life, duty);
});

test('DUT-standing-1: a decision that a duty does not apply ends when it is withdrawn', () => {
  for (const duty of dutyIds) {
    const life = setUpContract();
    const before = life.standing(duty, '2026-04-20').status;
    setAside(life, duty);
    expect(life.standing(duty, '2026-04-20').status).toBe('not-applicable');
    life.takes('not-applicable', 'withdrawn', {}, { case: 'not-applicable-1' });
    expect(life.standing(duty, '2026-04-20').status).toBe(before);
  }
});

test('DUT-standing-2: a due day that is ours is said to be so, the client’s own is not', () => {
  const life = knownContract();
  const ours = { dueOn: '2026-04-15', isDueByHouse: true };
  expect(life.standing('chief-officer', '2026-04-01')).toMatchObject(ours);
  const asked = { occasion: 'regular', dueOn: '2026-04-30', clientPerson: '区 担当' };
  life.takes('compliance-request', 'requested', asked);
  const theirs = { dueOn: '2026-04-30', isDueByHouse: false };
  expect(life.standing('compliance-report', '2026-04-20')).toMatchObject(theirs);
});
