import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import {
  approvalOf,
  lineOf,
  manager,
  paper,
  setUpContract,
  thingOf,
  useOf,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'purpose-limit';

test('DUT-purpose-limit-1: every standing of the purposes of the contract', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20')).toMatchObject({
    status: 'not-yet',
    remarks: ['as-recorded-only'],
  });
  expect(life.standing(duty, '2027-04-01').remarks).toContain('purposes-undeclared');
  const { sequence, subject } = life.takes('use', 'used', useOf([paper]));
  const met = { status: 'met', proofs: [sequence] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(met);
  life.takes('use', 'returned', { returnConfirmedBy: manager }, { case: subject });
  life.takes('use', 'used', useOf([paper], { isOutsidePurpose: true }));
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven]).toEqual(['breached', true]);
  expect(after).toMatchObject(met);
  expect(setsAside(life, duty).statuses).toEqual(['met', 'not-applicable', 'met']);
});

test('DUT-purpose-limit-3: a thing with purposes of its own is used for these only', () => {
  const life = setUpContract();
  const period = { from: '2026-04-01', until: '2027-03-31' };
  const other = { title: '照合', contractReference: '仕様書 2(2)', ...period };
  const { subject: second } = life.takes('purpose', 'declared', other);
  const file = { ...thingOf('paper', 'P-2'), purposes: [second] };
  const { subject } = life.takes('thing', 'received', file);
  life.takes('take-out-approval', 'granted', approvalOf([subject]));
  const refused = life.refuses('take-out', 'permitted', lineOf([subject]));
  expect(refused.code).toBe('purpose-not-of-contract');
  const line = { ...lineOf([subject]), use: second };
  expect(life.decides('take-out', 'permitted', line).ok).toBe(true);
  const against = life.decides('use', 'used', useOf([subject]));
  expect(against.ok && against.value.events[0]?.duties).toContain(duty);
});

test('DUT-purpose-limit-2: an act chooses a purpose that holds on its day', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper]));
  const { use: _, ...aimless } = lineOf([paper]);
  const refused = life.refuses('take-out', 'permitted', aimless);
  expect(refused).toMatchObject({ code: 'purpose-not-of-contract', duty, house: true });
  expect(life.decides('take-out', 'permitted', lineOf([paper])).ok).toBe(true);
  life.takes('purpose', 'withdrawn', { reason: '終了' }, { case: 'purpose-1' });
  expect(life.refuses('take-out', 'permitted', lineOf([paper]))).toMatchObject({
    code: 'purpose-not-of-contract',
    house: false,
  });
  const { events } = life.takes('use', 'used', useOf([paper]));
  expect(events[0]?.duties).toContain(duty);
});
