import { expect, test } from 'vitest';
import type { JsonObject } from '@kanribo/kernel';
import {
  appoints,
  auditor,
  chief,
  files,
  manager,
  otherWorker,
  outsider,
  setUpContract,
  unfiled,
} from '../testing/sample.ts';
import type { Life } from '../testing/life.ts';

const period = (from: string, until: string): JsonObject => ({ from, until });

function permits(life: Life, days: JsonObject): string {
  const word = { person: outsider, reason: '専門の知識', form: 'written', clientPerson: '区 担当' };
  return life.takes('outside-manager-approval', 'granted', { ...word, ...days }).subject;
}

const about = { case: 'manager-2' };
const refused = { code: 'outside-manager-unapproved', duty: 'manager', house: false };

test('ORG-3: the permission covers every day an outside manager is in office', () => {
  const life = setUpContract().by(chief);
  const appointing = (days: JsonObject) =>
    life.decides('manager', 'appointed', { person: outsider, ...days });
  permits(life, period('2026-05-01', '2026-09-30'));
  expect(appointing(period('2026-04-30', '2026-09-30'))).toMatchObject({ error: refused });
  expect(appointing(period('2026-05-01', '2026-10-01'))).toMatchObject({ error: refused });
  expect(appointing({ from: '2026-05-01' })).toMatchObject({ error: refused });
  expect(appointing(period('2026-05-01', '2026-09-30')).ok).toBe(true);
  permits(life, period('2026-05-01', '2027-03-31'));
  expect(appointing({ from: '2026-05-01' }).ok).toBe(true);
});

test('ORG-3: an extension needs a permission for the days it adds', () => {
  const life = setUpContract().by(chief);
  permits(life, period('2026-05-01', '2026-09-30'));
  appoints(life, 'manager', { person: outsider, ...period('2026-05-01', '2026-08-31') });
  const extending = (until: string) => life.decides('manager', 'extended', { until }, about);
  expect(extending('2026-09-30').ok).toBe(true);
  expect(extending('2026-10-01')).toMatchObject({ error: refused });
  expect(extending('2026-07-31').ok).toBe(true);
  const later = permits(life, period('2026-09-01', '2026-12-31'));
  expect(extending('2026-12-31').ok).toBe(true);
  const withdrawn = { withdrawnBecause: '区の指示' };
  life.takes('outside-manager-approval', 'withdrawn', withdrawn, { case: later });
  expect(extending('2026-12-31')).toMatchObject({ error: refused });
});

test('DUT-manager-2: an outside manager whose permission was taken back is a breach', () => {
  const life = setUpContract().by(chief);
  const word = permits(life, period('2026-04-01', '2026-12-31'));
  const held = { person: outsider, ...period('2026-04-20', '2026-12-31') };
  const { subject, sequence } = appoints(life, 'manager', held);
  files(life, 'manager-filing');
  expect(life.standing('manager', '2026-04-21').status).toBe('met');
  life.on('2026-04-22 09:00');
  const withdrawn = { withdrawnBecause: '区の指示' };
  life.takes('outside-manager-approval', 'withdrawn', withdrawn, { case: word });
  expect(life.standing('manager', '2026-04-21').status).toBe('met');
  const broken = { status: 'breached', cases: [subject], proofs: [sequence] };
  expect(life.standing('manager', '2026-04-22')).toMatchObject(broken);
  life.takes('manager', 'ended', { until: '2026-04-22' }, { case: subject });
  expect(life.standing('manager', '2026-04-23').status).toBe('met');
});

test('DUT-manager-2: after the contract’s last day it stands as on that day', () => {
  const life = setUpContract().by(chief);
  permits(life, period('2026-04-01', '2027-03-31'));
  appoints(life, 'manager', { person: outsider, from: '2026-04-20' });
  files(life, 'manager-filing');
  expect(life.standing('manager', '2027-04-01').status).toBe('met');
});

test('ORG-11: the client’s answer covers every day a worker is audit officer', () => {
  const life = unfiled();
  const answers = (days: JsonObject) => {
    const word = { person: otherWorker, form: 'written', clientPerson: '区 担当', ...days };
    life.takes('worker-audit-answer', 'granted', word);
  };
  const appointing = (days: JsonObject) =>
    life.decides('audit-officer', 'appointed', { person: otherWorker, ...days });
  const plain = { error: { code: 'worker-as-audit-officer', duty: 'audit-officer' } };
  answers(period('2026-04-20', '2026-04-21'));
  expect(appointing({ from: '2026-04-20' })).toMatchObject(plain);
  expect(appointing(period('2026-04-20', '2026-04-22'))).toMatchObject(plain);
  expect(appointing(period('2026-04-20', '2026-04-21')).ok).toBe(true);
  answers(period('2026-04-20', '2027-03-31'));
  expect(appointing({ from: '2026-04-20' }).ok).toBe(true);
});

test('DUT-audit-officer-2: an audit officer who becomes a worker is a breach from that day', () => {
  const life = setUpContract().by(chief).on('2026-04-22 09:00');
  const about = { case: auditor };
  const { warnings } = life.takes('person', 'changed', { isWorker: true }, about);
  expect(warnings).toEqual(['audit-officer-is-worker']);
  expect(life.standing('audit-officer', '2026-04-21').status).toBe('met');
  const broken = { status: 'breached', cases: ['audit-officer-1'] };
  expect(life.standing('audit-officer', '2026-04-22')).toMatchObject(broken);
  const word = { person: auditor, form: 'written', clientPerson: '区 担当' };
  const days = period('2026-04-23', '2027-03-31');
  life.on('2026-04-23 09:00').takes('worker-audit-answer', 'granted', { ...word, ...days });
  expect(life.standing('audit-officer', '2026-04-22').status).toBe('breached');
  expect(life.standing('audit-officer', '2026-04-23').status).toBe('met');
  expect(life.takes('person', 'changed', { isWorker: true }, about).warnings).toEqual([]);
});

test('DUT-audit-officer-2: a spoken answer written down later clears no day before, until its paper', () => {
  const life = setUpContract().by(chief).on('2026-04-22 09:00');
  life.takes('person', 'changed', { isWorker: true }, { case: auditor });
  life.on('2026-04-30 09:00');
  const word = { person: auditor, form: 'oral', clientPerson: '区 担当', paperDueOn: '2026-05-31' };
  const spoken = { ...word, ...period('2026-04-22', '2027-03-31') };
  const said = { at: '2026-04-22 08:00' };
  const { subject } = life.takes('worker-audit-answer', 'granted', spoken, said);
  expect(life.standing('audit-officer', '2026-04-25').status).toBe('breached');
  expect(life.standing('audit-officer', '2026-04-30').status).toBe('met');
  const paper = { clientReference: '区発第9号' };
  life.takes('worker-audit-answer', 'confirmed', paper, { case: subject });
  expect(life.standing('audit-officer', '2026-04-25').status).toBe('met');
});

test('ORG-11: a manager who is a worker no more is warned of, and a breach', () => {
  const life = setUpContract().by(chief).on('2026-04-22 09:00');
  const { warnings } = life.takes('person', 'changed', { isWorker: false }, { case: manager });
  expect(warnings).toEqual(['manager-no-worker-any-more']);
  expect(life.standing('manager', '2026-04-21').status).toBe('met');
  expect(life.standing('manager', '2026-04-22').status).toBe('breached');
});
