import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import { lineOf, medium, paper, sendingOf, setUpContract, thingOf } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'take-out-protection';

test('DUT-take-out-protection-1: every standing of the protection of what is taken out', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const sealed = { ...lineOf([paper]), protection: 'sealed' };
  const { sequence } = life.takes('take-out', 'taken', sealed);
  const met = { status: 'met', proofs: [sequence], dueOn: null };
  expect(life.standing(duty, '2026-04-23')).toMatchObject(met);
  life.takes('take-out', 'taken', { ...lineOf([medium]), protection: 'sealed' });
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven]).toEqual(['breached', true]);
  expect(after).toMatchObject(met);
  expect(setsAside(life, duty).statuses).toEqual(['met', 'not-applicable', 'met']);
});

test('DUT-take-out-protection-2: a laptop by its disk, a parcel of both kinds by both measures', () => {
  const life = setUpContract();
  const laptop = life.takes('thing', 'received', thingOf('device', 'PC-1')).subject;
  const key = life.takes('thing', 'received', thingOf('key', 'K-1')).subject;
  const against = (things: readonly string[], measures: object) => {
    const decided = life.decides('take-out', 'taken', { ...lineOf(things), ...measures });
    return decided.ok && decided.value.events[0]?.duties.includes(duty);
  };
  expect(against([laptop], { protection: 'disk-encrypted' })).toBe(false);
  expect(against([laptop], { protection: 'sealed' })).toBe(true);
  expect(against([medium], { protection: 'hardware-encrypted' })).toBe(false);
  expect(against([key], { protection: 'none' })).toBe(false);
  const both = { protection: 'encrypted', paperProtection: 'sealed' };
  expect(against([paper, medium], both)).toBe(false);
  expect(against([paper, medium], { protection: 'encrypted' })).toBe(true);
});

test('DUT-take-out-protection-3: by a carrier its measures are those of the sending', () => {
  const life = setUpContract();
  const bare = sendingOf([paper], { protection: 'none' });
  const [, line] = life.takes('sending', 'sent', bare).events;
  expect(line?.duties).not.toContain(duty);
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const byHand = sendingOf([medium], { method: 'in-person', protection: 'none' });
  const [, other] = life.takes('sending', 'sent', byHand).events;
  expect(other?.duties).toContain(duty);
});
