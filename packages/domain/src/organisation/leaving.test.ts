import { expect, test } from 'vitest';
import { caseOf, casesOf } from '../engine/contract.ts';
import { rolesOf } from '../engine/offices.ts';
import { parseDay } from '@kanribo/kernel';
import { appoints, chief, handler, manager, setUpContract } from '../testing/sample.ts';

test('ORG-6: who leaves, leaves every office that day, and is appointed to none', () => {
  const life = setUpContract().by(chief);
  appoints(life, 'handler', { person: manager });
  life.takes('handler', 'ended', { until: '2026-11-30' }, { case: 'handler-2' });
  life.on('2026-06-10 09:00').takes('person', 'left', { reason: '退職' }, { case: manager });
  const ends = ['manager-1', 'handler-2'].map((id) => caseOf(life.contract, id)?.values['until']);
  expect(ends).toEqual(['2026-06-10', '2026-06-10']);
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
