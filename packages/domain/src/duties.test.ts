import { expect, test } from 'vitest';
import { type DutyId, dutyIds } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';
import type { Office } from './engine/offices.ts';
import type { Life } from './testing/life.ts';
import {
  appoints,
  approvalOf,
  chief,
  filings,
  files,
  handler,
  knownContract,
  lineOf,
  manager,
  medium,
  paper,
  receives,
  sendingOf,
  setUpContract,
  submits,
  thingOf,
} from './testing/sample.ts';

/** Decides until the end of June that a duty does not apply; answers the proving entry. */
function setAside(life: Life, duty: DutyId): number {
  const values = { duty, until: '2026-06-30', reason: '対象がない' };
  return life.takes('not-applicable', 'decided', values).sequence;
}

function expectSetAside(life: Life, duty: DutyId): void {
  const before = life.standing(duty, '2026-07-01');
  const decision = setAside(life, duty);
  const found = life.standing(duty, '2026-06-30');
  expect(found).toMatchObject({ status: 'not-applicable', proofs: [decision] });
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
  const decision = setAside(life, duty);
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

/** A deviation breaks its duty until a named person decided that it is no incident. */
function expectBreach(life: Life, duty: DutyId, deviation: string, day: string): void {
  const found = life.standing(duty, day);
  const opened = life.contract.cases.get(deviation)?.steps[0].sequence;
  expect(found).toMatchObject({ status: 'breached', proofs: [opened], cases: [deviation] });
  const answer = { isIncident: false, reason: '実害がない' };
  life.takes('deviation', 'decided', answer, { case: deviation });
  expect(life.standing(duty, day)).toMatchObject({ deviations: 1 });
  expect(life.standing(duty, day).status).not.toBe('breached');
}

test('DUT-sending-register-1: every standing of the register of sendings', () => {
  const duty = 'sending-register';
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const sent = life.takes('sending', 'sent', sendingOf([paper]));
  const open = { dueOn: '2026-04-22', proofs: [sent.sequence], cases: [sent.subject] };
  expect(life.standing(duty, '2026-04-22')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ ...open, status: 'overdue' });
  const about = { case: sent.subject };
  life.on('2026-04-22 10:00');
  const { sequence } = life.takes('sending', 'received', { receivedBy: '区 担当' }, about);
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ status: 'met', proofs: [sequence] });
  expect(life.standing(duty, '2026-04-21')).toMatchObject({ ...open, status: 'due' });
  const ordinary = { method: 'ordinary', protection: 'encrypted', expectedOn: '2026-04-24' };
  life.takes('sending', 'sent', sendingOf([medium], ordinary));
  const untraced = [...life.contract.cases.values()].find(
    ({ values }) => values['code'] === 'untraceable-sending',
  );
  expectBreach(life, duty, untraced?.id ?? '', '2026-04-22');
  expectSetAside(life, duty);
});

const taken: JsonObject = { protection: 'sealed' };

test('DUT-take-out-approval-1: every standing of the approval of take-outs', () => {
  const duty = 'take-out-approval';
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const word = approvalOf([paper], { form: 'oral', paperDueOn: '2026-04-24' });
  const oral = life.takes(duty, 'granted', word);
  const open = { dueOn: '2026-04-24', proofs: [oral.sequence] };
  expect(life.standing(duty, '2026-04-24')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ ...open, status: 'overdue' });
  life.takes(duty, 'confirmed', { clientReference: '区発第2号' }, { case: oral.subject });
  const line = life.takes('take-out', 'permitted', lineOf([paper]));
  const about = { case: line.subject };
  const { sequence } = life.takes('take-out', 'taken', taken, about);
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ status: 'met', proofs: [sequence] });
  life.takes('take-out', 'taken', { ...lineOf([medium]), protection: 'encrypted' });
  expectBreach(life, duty, 'deviation-1', '2026-04-20');
  expectSetAside(life, duty);
});

test('DUT-take-out-approval-2: what is an incident stays a breach', () => {
  const life = setUpContract();
  life.takes('take-out', 'taken', { ...lineOf([paper]), ...taken });
  const values = { isIncident: true, reason: '紛失のおそれ' };
  life.takes('deviation', 'decided', values, { case: 'deviation-1' });
  expect(life.standing('take-out-approval', '2026-12-01').status).toBe('breached');
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
  life.takes(
    'take-out',
    'returned',
    { returner: handler, returnConfirmedBy: manager },
    { case: 'take-out-2' },
  );
  const withdrawal = { withdrawnBecause: '区の指示' };
  life.takes('take-out-approval', 'withdrawn', withdrawal, { case: 'take-out-approval-2' });
  const late = life.on('2026-04-22 09:00').refuses('take-out', 'permitted', lineOf([medium]));
  expect(late.code).toBe('take-out-unapproved');
  const withdrawn = { withdrawnBecause: '区の指示' };
  life.on('2026-04-21 09:00');
  expect(life.decides('take-out', 'permitted', lineOf([medium])).ok).toBe(true);
  life.takes('take-out-approval', 'withdrawn', withdrawn, { case: 'take-out-approval-1' });
  expect(life.decides('take-out', 'permitted', lineOf([medium])).ok).toBe(false);
});

test('DUT-copy-approval-1: every standing of the approval of copies', () => {
  const duty = 'copy-approval';
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const word = {
    things: [paper],
    schedule: '控えを1部',
    from: '2026-04-01',
    until: '2026-04-30',
    clientPerson: '区 担当',
    form: 'oral',
    paperDueOn: '2026-04-24',
  };
  const oral = life.takes(duty, 'granted', word);
  const open = { dueOn: '2026-04-24', proofs: [oral.sequence] };
  expect(life.standing(duty, '2026-04-24')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ ...open, status: 'overdue' });
  life.takes(duty, 'confirmed', { clientReference: '区発第3号' }, { case: oral.subject });
  const copyOf = (copied: string) => ({ ...thingOf('paper', 'C-1'), copyOf: copied });
  const { sequence } = life.takes('thing', 'made', copyOf(paper));
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ status: 'met', proofs: [sequence] });
  life.takes('thing', 'made', copyOf(medium));
  expectBreach(life, duty, 'deviation-1', '2026-04-20');
  expectSetAside(life, duty);
});

test('DUT-take-out-register-1: every standing of the register of take-outs', () => {
  const duty = 'take-out-register';
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const first = life.takes('take-out', 'taken', { ...lineOf([paper]), ...taken });
  const open = { dueOn: '2026-04-22', proofs: [first.sequence], cases: [first.subject] };
  expect(life.standing(duty, '2026-04-22')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ ...open, status: 'overdue' });
  life.on('2026-04-21 09:00');
  const back = { returner: handler, returnConfirmedBy: manager };
  const { sequence } = life.takes('take-out', 'returned', back, { case: first.subject });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ status: 'met', proofs: [sequence] });
  life.on('2026-04-23 09:00');
  const late = { ...lineOf([medium]), protection: 'encrypted' };
  const second = life.takes('take-out', 'taken', late, { at: '2026-04-21 10:00' });
  expect(second.warnings).toEqual(['recorded-on-later-day']);
  life.takes('take-out', 'handed-to-client', { receivedBy: '区 担当' }, { case: second.subject });
  expectBreach(life, duty, 'deviation-1', '2026-04-23');
  expectSetAside(life, duty);
});

test('DUT-take-out-protection-1: every standing of the protection of what is taken out', () => {
  const duty = 'take-out-protection';
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const line = life.takes('take-out', 'permitted', lineOf([paper]));
  const open = { dueOn: '2026-04-22', proofs: [line.sequence], cases: [line.subject] };
  expect(life.standing(duty, '2026-04-22')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ ...open, status: 'overdue' });
  const { sequence } = life.takes('take-out', 'taken', taken, { case: line.subject });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ status: 'met', proofs: [sequence] });
  life.takes('take-out', 'taken', { ...lineOf([medium]), protection: 'sealed' });
  expectBreach(life, duty, 'deviation-1', '2026-04-20');
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
