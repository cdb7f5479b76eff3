import { expect, test } from 'vitest';
import { chief, manager, otherWorker, setUpContract, unfiled } from '../testing/sample.ts';

const place = { name: '倉庫', kind: 'other' };
const coming = { person: otherWorker, from: '2026-04-21' };

test('DOM-26: once a chief officer took office the set-up never acts beside a manager again', () => {
  const life = setUpContract();
  life.takes('chief-officer', 'ended', { until: '2026-04-20' }, { case: 'chief-officer-1' });
  life.on('2026-04-21 09:00').by('set-up');
  expect(life.refuses('chief-officer', 'appointed', coming).code).toBe('role-missing');
  expect(life.refuses('place', 'recorded', place).code).toBe('role-missing');
  life.by(manager).takes('chief-officer', 'appointed', coming);
  const second = life.refuses('chief-officer', 'appointed', { ...coming, person: chief });
  expect(second).toMatchObject({ code: 'chief-officer-in-place', house: true });
});

test('DOM-26: where nobody is left in charge the set-up appoints anew', () => {
  const life = unfiled();
  life.takes('manager', 'ended', { until: '2026-04-20' }, { case: 'manager-1' });
  life.takes('chief-officer', 'ended', { until: '2026-04-20' }, { case: 'chief-officer-1' });
  expect(life.by('set-up').refuses('place', 'recorded', place).code).toBe('role-missing');
  life.on('2026-04-21 09:00').takes('chief-officer', 'appointed', coming);
  expect(life.refuses('place', 'recorded', place).code).toBe('role-missing');
});
