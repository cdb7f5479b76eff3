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

test('DUT-no-internet-sending-2: a way found open is a sign, due until it is closed and decided', () => {
  const life = setUpContract();
  const open = { ...path, ...looked, isBlocked: false };
  const { subject } = life.takes('gateway-check', 'recorded', open);
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  const remarks = ['internet-path-open', 'as-recorded-only'];
  expect(before).toMatchObject({ status: 'due', remarks: ['sign-undecided', ...remarks] });
  expect(isProven).toBe(true);
  expect(after).toMatchObject({ status: 'due', isDueByHouse: true, cases: [subject], remarks });
  expect(setsAside(life, duty).statuses).toEqual(['due', 'not-applicable', 'due']);
  const closed = life.takes('gateway-check', 'checked', looked, { case: subject });
  const met = { status: 'met', proofs: [closed.sequence] };
  expect(life.standing(duty, '2026-07-01')).toMatchObject(met);
});

test('DUT-no-internet-sending-3: a way found and closed waits for the decision; an incident stays said', () => {
  const life = setUpContract();
  const { subject } = life.takes('gateway-check', 'recorded', {
    ...path,
    ...looked,
    isBlocked: false,
  });
  life.takes('gateway-check', 'checked', looked, { case: subject });
  const waits = { status: 'due', dueOn: null, cases: ['deviation-1'] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(waits);
  const decision = { isIncident: true, reason: '送信の有無を確かめられない' };
  life.takes('deviation', 'decided', decision, { case: 'deviation-1' });
  const said = { ...waits, remarks: ['sign-is-incident', 'as-recorded-only'] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(said);
});
