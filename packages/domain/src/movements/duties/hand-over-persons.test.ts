import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import {
  chief,
  lineOf,
  otherWorker,
  paper,
  sendingOf,
  setUpContract,
  thingOf,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'hand-over-persons';

test('DUT-hand-over-persons-1: every standing of who hands over and takes over', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const sent = life.takes('sending', 'sent', sendingOf([paper]));
  const met = { status: 'met', proofs: [sent.sequence], remarks: ['as-recorded-only'] };
  expect(life.standing(duty, '2026-04-20')).toMatchObject(met);
  const other = { receivedBy: '区 受付', otherReceiver: 'reception' };
  life.takes('sending', 'received', other, { case: sent.subject });
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven]).toEqual(['breached', true]);
  expect(after).toMatchObject({ status: 'not-yet', proofs: [], deviations: 1 });
  expect(setsAside(life, duty).statuses).toEqual(['not-yet', 'not-applicable', 'not-yet']);
});

test('DUT-hand-over-persons-2: whoever is not filed neither sends, hands over nor receives', () => {
  const life = setUpContract();
  const line = { ...lineOf([paper]), carrier: otherWorker };
  const refused = life.refuses('take-out', 'permitted', line);
  expect([refused.code, refused.duty, refused.house]).toEqual(['carrier-not-filed', duty, false]);
  const inside = life.refuses('take-out', 'permitted', { ...line, destination: 'place-1' });
  expect([inside.duty, inside.house]).toEqual(['handlers-list', true]);
  const codes = (declaration: string, step: string, values: object, about = {}) => {
    const { events } = life.takes(declaration, step, { ...values }, about);
    return events.flatMap(({ facts: { values: found } }) =>
      JSON.stringify(found).includes(duty) ? found : [],
    );
  };
  const by = { of: 'sending-1', code: 'handed-over-by-unfiled-person', duty };
  const sender = sendingOf(['thing-2'], { sender: otherWorker });
  expect(codes('sending', 'sent', sender)).toEqual([by]);
  life.takes('take-out', 'taken', { ...line, protection: 'sealed' });
  const over = { receivedBy: '区 担当', receiver: chief };
  expect(codes('take-out', 'handed-to-client', over, { case: 'take-out-2' })).toEqual([
    { ...by, of: 'take-out-2' },
    { of: 'take-out-2', code: 'received-by-other', duty },
  ]);
  const received = { ...thingOf('paper', 'P-9'), receiver: otherWorker };
  expect(codes('thing', 'received', received)).toEqual([
    { of: 'thing-3', code: 'received-by-other', duty },
  ]);
});

test('DUT-hand-over-persons-3: carrying is marked by our own rule, handing over by the clause', () => {
  const life = setUpContract();
  const marks = (values: object) => {
    const line = { ...lineOf([paper]), protection: 'sealed', carrier: otherWorker, ...values };
    const { subject, events } = life.takes('take-out', 'taken', line);
    life.takes('take-out', 'lost', { remarks: '不明' }, { case: subject });
    return events.map(({ declaration, facts }) => [declaration, facts['values']]);
  };
  const said = (supported: string, of: string) => [
    'deviation/marked@1',
    { of, code: 'carried-by-unfiled-person', duty: supported },
  ];
  expect(marks({})).toContainEqual(said(duty, 'take-out-1'));
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  expect(life.standing(duty, '2026-04-20').remarks).toContain('house-marks-on-record');
  const inside = { things: ['thing-2'], destination: 'place-1', protection: 'encrypted' };
  expect(marks(inside)).toContainEqual(said('handlers-list', 'take-out-2'));
  const handed = { receivedBy: '区 担当' };
  life.takes('take-out', 'handed-to-client', handed, { case: 'take-out-1' });
  expect(life.standing(duty, '2026-04-20').status).toBe('breached');
});

test('DUT-hand-over-persons-4: a name typed in is no officer; one on record proves the hand-over', () => {
  const life = setUpContract();
  const officer = { name: '区 担当', affiliation: '課税課', party: 'client', isWorker: false };
  const receiver = life.takes('person', 'recorded', officer).subject;
  const { subject } = life.takes('sending', 'sent', sendingOf([paper]));
  life.on('2026-04-21 09:00');
  life.takes('sending', 'received', { receivedBy: '区 担当' }, { case: subject });
  const remarks = ['receiver-not-on-record', 'as-recorded-only'];
  const unproven = { status: 'not-yet', proofs: [], deviations: 0, remarks };
  expect(life.standing(duty, '2026-04-20').status).toBe('met');
  expect(life.standing(duty, '2026-04-21')).toMatchObject(unproven);
  const named = { receiver, correctionReason: '担当者の選び忘れ' };
  life.takes('sending', 'corrected', named, { case: subject });
  const proven = { status: 'met', remarks: ['as-recorded-only'] };
  expect(life.standing(duty, '2026-04-21')).toMatchObject(proven);
});
