import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import {
  appoints,
  chief,
  files,
  manager,
  paper,
  setUpContract,
  useOf,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const back = { returnConfirmedBy: manager };

test('DUT-use-register-1: every standing of the register of use', () => {
  const duty = 'use-register';
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const { sequence, subject } = life.takes('use', 'used', useOf([paper]));
  const open = { dueOn: '2026-04-20', proofs: [sequence] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-21')).toMatchObject({ ...open, status: 'overdue' });
  const returned = life.takes('use', 'returned', back, { case: subject });
  const met = { status: 'met', proofs: [returned.sequence] };
  expect(life.standing(duty, '2026-04-21')).toMatchObject(met);
  const { plannedReturnOn: _, ...unplanned } = useOf([paper]);
  life.on('2026-04-24 09:00');
  life.takes('use', 'used', unplanned, { at: '2026-04-21 09:00' });
  const late = { status: 'due', remarks: ['house-marks-on-record', 'return-not-planned'] };
  expect(life.standing(duty, '2026-04-24')).toMatchObject(late);
  expect(setsAside(life, duty).statuses[1]).toBe('not-applicable');
});

test('DUT-paper-readers-1: every standing of who reads paper; a manager reads as a handler', () => {
  const duty = 'paper-readers';
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const { sequence } = life.takes('use', 'used', useOf([paper]));
  const met = { status: 'met', proofs: [sequence], remarks: ['as-recorded-only'] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(met);
  life.takes('use', 'used', useOf([paper], { reader: manager }));
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven]).toEqual(['breached', true]);
  const remarks = ['deviations-on-record', 'as-recorded-only'];
  expect(after).toMatchObject({ ...met, remarks, deviations: 1 });
  expect(setsAside(life, duty).statuses).toEqual(['met', 'not-applicable', 'met']);
  life.by(chief);
  appoints(life, 'handler', { person: manager });
  files(life, 'handlers-list');
  const { events } = life.takes('use', 'used', useOf([paper], { reader: manager }));
  expect(events).toHaveLength(1);
});

test('DUT-paper-range-1: every standing of the range paper is read in', () => {
  const duty = 'paper-range';
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const { sequence } = life.takes('use', 'used', useOf([paper]));
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ status: 'met', proofs: [sequence] });
  life.takes('use', 'used', useOf([paper], { reader: manager }));
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ status: 'met', proofs: [sequence] });
  life.takes('use', 'used', useOf([paper], { isWithinRange: false }));
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven, after.status]).toEqual(['breached', true, 'met']);
  expect(setsAside(life, duty).statuses).toEqual(['met', 'not-applicable', 'met']);
});
