import { expect, test } from 'vitest';
import { caseOf, casesOf } from '../engine/contract.ts';
import { rolesOf } from '../engine/offices.ts';
import { dayOf, parseDay } from '@kanribo/kernel';
import { tokyo } from '../testing/life.ts';
import {
  appoints,
  chief,
  files,
  handler,
  lineOf,
  manager,
  otherWorker,
  paper,
  setUpContract,
} from '../testing/sample.ts';
import { isDeliveredHandlerOn, isFiledPersonOn } from './questions.ts';

test('ORG-6: who leaves, leaves every office that day, and is appointed to none', () => {
  const life = setUpContract().by(chief);
  appoints(life, 'handler', { person: manager });
  life.takes('handler', 'ended', { until: '2026-11-30' }, { case: 'handler-2' });
  appoints(life, 'handler', { person: manager, from: '2027-01-01', until: '2027-03-31' });
  appoints(life, 'handler', { person: manager, from: '2026-03-02', until: '2026-03-31' });
  life.on('2026-06-10 09:00').takes('person', 'left', { reason: '退職' }, { case: manager });
  const ends = ['manager-1', 'handler-2'].map((id) => caseOf(life.contract, id)?.values['until']);
  expect(ends).toEqual(['2026-06-10', '2026-06-10']);
  expect(caseOf(life.contract, 'handler-3')).toMatchObject({ status: 'cancelled' });
  expect([...casesOf(life.contract, 'change-filing')].map(({ values }) => values['of'])).toEqual([
    'manager-1',
  ]);
  const day = parseDay('2026-06-10');
  expect(day.ok && rolesOf(life.contract, manager, day.value).size).toBe(0);
  const again = { person: manager, from: '2026-07-01' };
  expect(life.refuses('manager', 'appointed', again).code).toBe('person-left');
  const gone = { case: manager };
  expect(life.refuses('person', 'changed', { isWorker: true }, gone).code).toBe('not-in-step');
});

test('ORG-6: who left in the morning carries nothing in the evening', () => {
  const life = setUpContract().by(chief).on('2026-06-10 22:00');
  life.takes(
    'handler',
    'ended',
    { until: '2026-06-10' },
    { case: 'handler-1', at: '2026-06-10 10:00' },
  );
  const line = { ...lineOf([paper]), protection: 'sealed' };
  const unfiled = (at: string) => {
    const decided = life.decides('take-out', 'taken', line, { at });
    return decided.ok && JSON.stringify(decided.value).includes('carried-by-unfiled-person');
  };
  expect([unfiled('2026-06-10 09:59'), unfiled('2026-06-10 21:59')]).toEqual([false, true]);
  const { protection: _, ...permit } = line;
  expect(life.refuses('take-out', 'permitted', permit).code).toBe('carrier-not-filed');
  expect(isFiledPersonOn(life.contract, handler, dayOf(tokyo('2026-06-10 22:00')))).toBe(true);
});

test('ORG-6: an officer of the client who left speaks for it no more', () => {
  const life = setUpContract().by(chief);
  const values = { name: '区 担当', affiliation: '税務課', party: 'client', isWorker: false };
  const { subject } = life.takes('person', 'recorded', values);
  const day = parseDay('2026-04-20');
  const roles = () => (day.ok ? [...rolesOf(life.contract, subject, day.value)] : []);
  expect(roles()).toEqual(['client-officer']);
  life.takes('person', 'left', {}, { case: subject });
  expect(roles()).toEqual([]);
  expect(caseOf(life.contract, handler)?.status).toBe('recorded');
});

test('ORG-9: what never began is cancelled and has no day, and a change is filed of what was handed in', () => {
  const life = setUpContract().by(chief);
  const coming = { person: otherWorker, from: '2026-07-01' };
  const { subject } = appoints(life, 'handler', coming);
  files(life, 'handlers-list');
  life.on('2026-06-30 09:00');
  const { events } = life.takes('handler', 'cancelled', { reason: '辞退' }, { case: subject });
  expect(events).toMatchObject([
    { facts: { values: { until: '2026-06-30' } } },
    { facts: { values: { of: subject, changed: subject } } },
  ]);
  for (const text of ['2026-06-30', '2026-07-01']) {
    const day = parseDay(text);
    expect(day.ok && isDeliveredHandlerOn(life.contract, otherWorker, day.value)).toBe(false);
  }
  expect(life.standing('secrecy', '2026-08-01').status).toBe('not-yet');
  files(life, 'handlers-list');
  expect(caseOf(life.contract, 'handlers-list-3')?.values['appointments']).toEqual(['handler-1']);
  const answered = { person: otherWorker, form: 'written', clientPerson: '区 担当' };
  const period = { from: '2026-04-01', until: '2027-03-31' };
  life.takes('worker-audit-answer', 'granted', { ...answered, ...period });
  const audits = { person: otherWorker, from: '2026-07-10' };
  expect(life.takes('audit-officer', 'appointed', audits).warnings).toEqual([]);
  expect(appoints(life, 'handler', { ...coming, person: manager }).events).toHaveLength(1);
});

test('ORG-9: what has begun is not cancelled', () => {
  const life = setUpContract().by(chief);
  appoints(life, 'handler', { person: otherWorker, from: '2026-04-21' });
  const about = { case: 'handler-2' };
  expect(life.decides('handler', 'cancelled', {}, about).ok).toBe(true);
  life.on('2026-04-21 00:00');
  expect(life.refuses('handler', 'cancelled', {}, about).code).toBe('office-begun');
  expect(life.decides('handler', 'cancelled', {}, { ...about, at: '2026-04-20 23:00' }).ok).toBe(
    true,
  );
});
