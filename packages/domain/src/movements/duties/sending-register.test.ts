import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import { manager, medium, paper, sendingOf, setUpContract, thingOf } from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'sending-register';

test('DUT-sending-register-1: every standing of the register of sendings', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const sent = life.takes('sending', 'sent', sendingOf([paper]));
  const open = { dueOn: '2026-04-22', proofs: [sent.sequence], cases: [sent.subject] };
  expect(life.standing(duty, '2026-04-22')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ ...open, status: 'overdue' });
  const about = { case: sent.subject };
  life.on('2026-04-22 10:00');
  const { sequence } = life.takes('sending', 'received', { receivedBy: '区 担当' }, about);
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ status: 'met', proofs: [sequence] });
  expect(life.standing(duty, '2026-04-21')).toMatchObject({ ...open, status: 'due' });
  const ordinary = { method: 'ordinary', protection: 'encrypted', expectedOn: '2026-04-24' };
  life.takes('sending', 'sent', sendingOf([medium], ordinary));
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-22');
  expect([before.status, isProven, after.status]).toEqual(['breached', true, 'due']);
  const { statuses, isBack } = setsAside(life, duty);
  expect([statuses, isBack]).toEqual([['overdue', 'not-applicable', 'overdue'], true]);
});

test('DUT-sending-register-2: a lost sending is asked about under 26.1, and waits until it is found', () => {
  const life = setUpContract();
  const { subject } = life.takes('sending', 'sent', sendingOf([paper]));
  life.takes('sending', 'lost', { remarks: '追跡が途切れた' }, { case: subject });
  const lost = decidedHarmless(life, 'incident-first-report', '2026-04-23');
  expect([lost.before.status, lost.isProven, lost.before.remarks]).toEqual([
    'due',
    true,
    ['sign-undecided'],
  ]);
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ status: 'overdue', deviations: 0 });
  const back = { remarks: '返送', returnConfirmedBy: manager };
  life.takes('sending', 'undelivered', back, { case: subject });
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ status: 'met', deviations: 0 });
  const again = { case: life.takes('sending', 'sent', sendingOf([paper])).subject };
  life.takes('sending', 'lost', { remarks: '不着' }, again);
  life.takes('sending', 'received', { receivedBy: '区 担当' }, again);
  const statuses = ['sending-2', 'take-out-2'].map((id) => life.contract.cases.get(id)?.status);
  expect(statuses).toEqual(['received', 'handed-to-client']);
});

test('DUT-sending-register-3: bulk posting by the word of the client ends with its receipt', () => {
  const life = setUpContract();
  const word = { destination: 'place-2', scope: '通知書', from: '2026-04-01', until: '2026-06-30' };
  const { subject } = life.takes('thing', 'made', thingOf('paper', 'L-1'));
  const list = `sha256:${'e'.repeat(64)}`;
  const { trackingNumber: _, ...letters } = sendingOf([subject], {
    method: 'ordinary',
    count: 900,
  });
  const early = life.decides('sending', 'sent', { ...letters, list });
  expect(early.ok && early.value.events[0]?.duties).toContain('sending-register');
  expect(early.ok && early.value.events).toHaveLength(4);
  const form = { form: 'written', clientPerson: '区 担当' };
  life.takes('ordinary-mail-word', 'granted', { ...word, ...form });
  const sent = life.takes('sending', 'sent', { ...letters, list });
  expect(sent.events.map(({ declaration }) => declaration)).toEqual([
    'sending/sent@1',
    'take-out/taken@1',
    'deviation/opened@1',
  ]);
  const about = { case: sent.subject };
  const { sequence } = life.takes('sending', 'posted', { receipt: list }, about);
  expect(life.standing(duty, '2026-05-30')).toMatchObject({ status: 'met', proofs: [sequence] });
});
