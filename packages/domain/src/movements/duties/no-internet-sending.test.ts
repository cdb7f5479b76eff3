import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import { manager, paper, sendingOf, setUpContract } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'no-internet-sending';
const path = { kind: 'mail-gateway', name: 'メール', setting: '添付を外部へ送れない' };
const looked = { isBlocked: true, checker: manager, nextCheckOn: '2026-07-20' };

test('DUT-no-internet-sending-1: every standing of sending over the internet', () => {
  const life = setUpContract();
  const unrecorded = {
    status: 'not-yet',
    remarks: ['internet-paths-unrecorded', 'as-recorded-only'],
  };
  expect(life.standing(duty, '2026-04-14').remarks).toEqual(['as-recorded-only']);
  expect(life.standing(duty, '2026-04-15')).toMatchObject(unrecorded);
  const { sequence, subject } = life.takes('gateway-check', 'recorded', { ...path, ...looked });
  const met = { status: 'met', proofs: [sequence] };
  expect(life.standing(duty, '2026-07-20')).toMatchObject(met);
  const late = {
    status: 'due',
    dueOn: '2026-07-25',
    remarks: ['house-check-late', 'as-recorded-only'],
  };
  expect(life.standing(duty, '2026-07-25')).toMatchObject(late);
  life.on('2026-07-25 09:00');
  const again = { ...looked, nextCheckOn: '2026-10-20' };
  const checked = life.takes('gateway-check', 'checked', again, { case: subject });
  const proven = { status: 'met', proofs: [checked.sequence] };
  expect(life.standing(duty, '2026-07-25')).toMatchObject(proven);
  life.takes('sending', 'sent', sendingOf([paper], { method: 'internet' }));
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-07-25');
  expect([before.status, isProven, after.status]).toEqual(['breached', true, 'met']);
});

test('DUT-no-internet-sending-2: a way that is open is a sign of a breach, and no proof', () => {
  const life = setUpContract();
  const open = { ...path, ...looked, isBlocked: false };
  life.takes('gateway-check', 'recorded', open);
  const { before, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, after.status]).toEqual(['breached', 'not-yet']);
  expect(setsAside(life, duty).statuses).toEqual(['not-yet', 'not-applicable', 'not-yet']);
});
