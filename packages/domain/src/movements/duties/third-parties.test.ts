import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import type { Life } from '../../testing/life.ts';
import {
  approvalOf,
  lineOf,
  medium,
  paper,
  sendingOf,
  setUpContract,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'third-parties';
const period = { from: '2026-04-01', until: '2026-06-30', clientPerson: '区 担当' };

function placeOf(life: Life, kind: string): string {
  return life.takes('place', 'recorded', { name: '提供先', kind }).subject;
}

test('DUT-third-parties-1: every standing of giving to third parties', () => {
  const life = setUpContract();
  const employer = placeOf(life, 'other');
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const { sequence } = life.takes('sending', 'sent', sendingOf([paper]));
  const met = { status: 'met', proofs: [sequence], remarks: ['as-recorded-only'] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(met);
  life.takes(
    'sending',
    'sent',
    sendingOf([medium], { destination: employer, protection: 'encrypted' }),
  );
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven]).toEqual(['breached', true]);
  const remarks = ['deviations-on-record', 'as-recorded-only'];
  expect(after).toMatchObject({ ...met, remarks });
  const oral = { ...period, form: 'oral', paperDueOn: '2026-04-24' };
  const word = { destination: employer, recipient: '勤務先' };
  life.takes('recipient-word', 'granted', { ...word, ...oral });
  expect(life.standing(duty, '2026-04-24')).toMatchObject({ status: 'due', dueOn: '2026-04-24' });
  expect(life.standing(duty, '2026-04-25').status).toBe('overdue');
  expect(setsAside(life, duty).statuses[1]).toBe('not-applicable');
});

test('DUT-third-parties-2: recipients are the client, the house, and whom the client names', () => {
  const life = setUpContract();
  const employer = placeOf(life, 'other');
  const partner = placeOf(life, 'subcontractor');
  for (const destination of [employer, partner]) {
    life.takes('take-out-approval', 'granted', approvalOf([paper], { destination }));
  }
  const permits = (destination: string, clientWord?: string) => {
    const line = { ...lineOf([paper]), destination, ...(clientWord && { clientWord }) };
    const decided = life.decides('take-out', 'permitted', line);
    return decided.ok || decided.error.code;
  };
  expect(permits('place-2')).toBe('take-out-unapproved');
  expect([permits(employer), permits(partner)]).toEqual(Array(2).fill('recipient-not-allowed'));
  const written = { ...period, form: 'written' };
  life.takes('recipient-word', 'granted', { destination: employer, recipient: '-', ...written });
  expect([permits(employer), permits(partner)]).toEqual([true, 'recipient-not-allowed']);
  const said = { subject: 'other', contents: '再委託先へ送ること', ...written };
  const about = (duties: readonly string[]) =>
    life.takes('instruction', 'given', { ...said, duties: [...duties] }).subject;
  expect(permits(partner, about(['retention']))).toBe('recipient-not-allowed');
  const named = about([duty]);
  expect(permits(partner, named)).toBe(true);
  const ended = { withdrawnBecause: '区の指示' };
  life.takes('instruction', 'withdrawn', ended, { case: named });
  expect(permits(partner, named)).toBe('recipient-not-allowed');
});
