import { expect, test } from 'vitest';
import { dutyIds } from '@kanribo/annex';
import { parseDay } from '@kanribo/kernel';
import { answer } from '../questions.ts';
import { reported, requests } from '../testing/lives/inspections.ts';
import { setsAside } from '../testing/set-aside.ts';
import { type Life, tokyo } from '../testing/life.ts';
import {
  medium,
  chief,
  clientOfficer,
  receives,
  setUpContract,
  submits,
  thingOf,
} from '../testing/sample.ts';

const duty = 'compliance-report';

/** A report prepared, printed and handed in. */
function handsIn(life: Life, request: string): string {
  const values = { ...reported(life, '2026-04-20'), request };
  const { subject } = life.takes(duty, 'prepared', values);
  submits(life, duty, subject);
  return subject;
}

test('DUT-compliance-report-1: every standing of the report the client asks for', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-30')).toMatchObject({ status: 'not-yet', proofs: [] });
  const asked = requests(life, '2026-04-30');
  const open = { dueOn: '2026-04-30', proofs: [asked.sequence], cases: [asked.subject] };
  expect(life.standing(duty, '2026-04-30')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ ...open, status: 'overdue' });
  const report = handsIn(life, asked.subject);
  expect(life.standing(duty, '2026-05-01').status).toBe('overdue');
  const { sequence } = receives(life, duty, report);
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ status: 'met', proofs: [sequence] });
  const other = requests(life, '2026-04-21').subject;
  const late = handsIn(life, other);
  const received = receives(life.on('2026-04-22 09:00'), duty, late);
  const breached = { status: 'breached', proofs: [received.sequence + 1], deviations: 1 };
  expect(life.standing(duty, '2026-04-22')).toMatchObject(breached);
  const decision = { isIncident: false, reason: '区の了解' };
  life.takes('deviation', 'decided', decision, { case: 'deviation-1' });
  expect(life.standing(duty, '2026-04-22').status).toBe('met');
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['met', 'not-applicable', 'met'],
    isBack: true,
  });
});

test('DUT-compliance-report-1: a report delivered on its last day is in time', () => {
  const life = setUpContract();
  const report = handsIn(life, requests(life, '2026-04-22').subject);
  expect(receives(life.on('2026-04-22 23:59'), duty, report).events).toHaveLength(1);
});

test('DUT-compliance-report-2: a request is due on its last day, and a withdrawn one asks nothing', () => {
  const life = setUpContract();
  const { subject } = requests(life, '2026-04-30');
  const later = { dueOn: '2026-05-31', clientPerson: '区 担当' };
  life.takes('compliance-request', 'postponed', later, { case: subject });
  expect(life.standing(duty, '2026-05-31')).toMatchObject({ status: 'due', dueOn: '2026-05-31' });
  const none = { clientPerson: '区 担当' };
  life.takes('compliance-request', 'withdrawn', none, { case: subject });
  expect(life.standing(duty, '2026-05-31').status).toBe('not-yet');
});

test('DOM-71: what the client asked by its own account is moved and taken back by an account of it', () => {
  const life = setUpContract();
  const clerk = clientOfficer(life);
  const { subject } = requests(life.by(clerk), '2026-04-30');
  const about = { case: subject };
  const later = { dueOn: '2026-05-31', clientPerson: '区 担当' };
  for (const [step, values] of [
    ['postponed', later],
    ['withdrawn', { clientPerson: '区 担当' }],
  ] as const) {
    expect(life.by(chief).refuses('compliance-request', step, values, about)).toMatchObject({
      code: 'word-of-account',
      wayOut: [{ code: 'client-records-it' }],
    });
  }
  expect(life.standing(duty, '2026-05-01').status).toBe('overdue');
  life.by(clerk).takes('compliance-request', 'postponed', later, about);
  expect(life.standing(duty, '2026-05-01').status).toBe('due');
});

test('RPT-1: the report counts the duty map as happened by the day and as known on it', () => {
  const life = setUpContract();
  const size = life.contract.size;
  life.on('2026-04-25 09:00').by(chief);
  const copied = { ...thingOf('paper', 'C-1'), copyOf: medium };
  life.takes('thing', 'made', copied, { at: '2026-04-20 10:00' });
  const values = reported(life, '2026-04-20');
  expect([values['knownAt'], life.contract.size > size]).toEqual([size, true]);
  const sum = (reading: string) =>
    Object.entries(values)
      .filter(([name]) => name.startsWith(`${reading}-`))
      .reduce((total, [, value]) => total + Number(value), 0);
  expect([sum('happened'), sum('known')]).toEqual([dutyIds.length, dutyIds.length]);
  expect(Number(values['happened-breached'])).toBe(Number(values['known-breached']) + 1);
  expect(life.decides(duty, 'prepared', values).ok).toBe(true);
  const beyond = { ...values, knownAt: life.contract.size + 1 };
  expect(life.refuses(duty, 'prepared', beyond).code).toBe('report-mismatch');
  const short = { ...values, 'happened-met': Number(values['happened-met']) - 1 };
  expect(life.refuses(duty, 'prepared', short).code).toBe('report-mismatch');
});

test('RPT-1: whoever holds an office may ask what a report states', () => {
  const life = setUpContract();
  const parsed = parseDay('2026-04-20');
  if (!parsed.ok) throw new Error('a day');
  const asker = { actor: chief, now: tokyo('2026-04-20 10:00') };
  const question = { kind: 'compliance-report', day: parsed.value } as const;
  const answered = answer(life.contract, question, asker);
  expect(answered).toMatchObject({ value: { values: reported(life, '2026-04-20') } });
});
