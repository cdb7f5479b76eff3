import { expect, test } from 'vitest';
import type { JsonObject } from '@kanribo/kernel';
import { requests } from '../testing/lives/inspections.ts';
import type { Life } from '../testing/life.ts';
import { auditor, chief, clientOfficer, decidesAll, handler, lineOf } from '../testing/sample.ts';
import { manager, paper, sendingOf, setUpContract, takenOut, useOf } from '../testing/sample.ts';
import { caseOf } from './contract.ts';

const why = { voidReason: '二重に記録したため' };
const line = { case: 'take-out-1' };
const noIncident = { isIncident: false, reason: '現物を確かめた' };

const strikes = (life: Life, declaration: string, subject: string) =>
  life.refuses(declaration, 'voided', why, { case: subject });

test('DOM-49: a loss is not struck out with its line before a chief officer decided it', () => {
  const life = takenOut();
  life.takes('take-out', 'lost', { remarks: '車内に見当たらない' }, line);
  for (const id of ['deviation-1', 'deviation-2']) {
    life.takes('deviation', 'decided', noIncident, { case: id });
  }
  expect(life.standing('take-out-approval', '2026-04-20').deviations).toBe(1);
  expect(strikes(life, 'take-out', 'take-out-1')).toMatchObject({
    code: 'line-undecided',
    parameters: { by: 'deviation-1' },
    wayOut: [{ code: 'chief-decides-first' }, { code: 'correct-instead' }],
  });
  life.by(chief).takes('deviation', 'decided', noIncident, { case: 'deviation-1' });
  expect(strikes(life.by(manager), 'take-out', 'take-out-1').parameters).toMatchObject({
    by: 'deviation-2',
  });
  life.by(chief).takes('deviation', 'decided', noIncident, { case: 'deviation-2' });
  life.by(manager).takes('take-out', 'voided', why, line);
  expect(caseOf(life.contract, 'deviation-2')?.status).toBe('voided');
});

test('DOM-49: a finding by a person stands though its line is struck out', () => {
  const life = setUpContract();
  const { subject } = life.takes('use', 'used', useOf([paper]));
  const about = { of: subject, duty: 'use-register', finding: '別人が利用していた' };
  const found = life.by(auditor).takes('deviation', 'found', about).subject;
  expect(life.standing('use-register', '2026-04-20').status).toBe('breached');
  expect(strikes(life.by(manager), 'use', subject).code).toBe('line-undecided');
  expect(life.standing('use-register', '2026-04-20').status).toBe('breached');
  const { events } = decidesAll(life).takes('use', 'voided', why, { case: subject });
  expect(events).toHaveLength(1);
  expect(caseOf(life.contract, found)?.status).toBe('decided');
  const incident = { isIncident: true, reason: '録画で分かった' };
  life.by(chief).takes('deviation', 'decided', incident, { case: found });
  expect(life.standing('use-register', '2026-04-20').status).toBe('breached');
});

test('DOM-49: a chief officer named in the line or who entered it decides too little', () => {
  const changes: readonly (readonly [string, JsonObject])[] = [
    [manager, { approver: chief }],
    [chief, {}],
  ];
  for (const [actor, changed] of changes) {
    const life = setUpContract().by(actor);
    life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed', ...changed });
    expect(strikes(decidesAll(life), 'take-out', 'take-out-1').code).toBe('line-undecided');
  }
});

test('DOM-49: a manager without part in the line decides too little', () => {
  const life = setUpContract().by(handler);
  const values = { ...lineOf([paper]), protection: 'sealed', approver: handler };
  life.takes('take-out', 'taken', values);
  life.by(manager).takes('deviation', 'decided', noIncident, { case: 'deviation-1' });
  expect(strikes(life, 'take-out', 'take-out-1').code).toBe('line-undecided');
});

test('DOM-49: what is otherwise than our own rule has it hinders no striking out', () => {
  const life = setUpContract().on('2026-04-24 09:00');
  const { subject } = life.takes('use', 'used', useOf([paper]), { at: '2026-04-20 10:00' });
  const { events } = life.takes('use', 'voided', why, { case: subject });
  expect(events.map(({ declaration }) => declaration)).toContain('deviation/voided@1');
});

test('DOM-50: what the client’s officer entered is struck out by nobody of the contractor', () => {
  const life = setUpContract();
  const clerk = clientOfficer(life);
  const { subject } = life.takes('sending', 'sent', sendingOf([paper], { protection: 'sealed' }));
  life.by(clerk).takes('sending', 'received', { receivedBy: '区 担当' }, { case: subject });
  decidesAll(life);
  for (const actor of [manager, chief]) {
    expect(strikes(life.by(actor), 'sending', subject).code).toBe('line-of-client');
  }
  const asked = { duties: ['consultation'], question: '部数の数え方' };
  const opened = life.by(clerk).takes('consultation', 'opened', asked).subject;
  expect(strikes(life.by(manager), 'consultation', opened)).toMatchObject({
    code: 'line-of-client',
    wayOut: [{ code: 'ask-client' }],
  });
});

test('DOM-34: a word of the client in a register is struck out by its own officer only', () => {
  const life = setUpContract();
  const clerk = clientOfficer(life);
  const { subject } = requests(life, '2026-04-30');
  const announced = { title: '説明会', plannedOn: '2026-04-25' };
  const told = life.takes('client-training', 'announced', announced).subject;
  for (const actor of [manager, chief, handler]) {
    life.by(actor);
    expect(strikes(life, 'compliance-request', subject).code).toBe('role-missing');
    expect(strikes(life, 'client-training', told).code).toBe('role-missing');
  }
  expect(life.standing('compliance-report', '2026-05-01').status).toBe('overdue');
  life.by(clerk).takes('compliance-request', 'voided', why, { case: subject });
  life.takes('client-training', 'voided', why, { case: told });
  expect(life.standing('compliance-report', '2026-05-01').status).toBe('not-yet');
});

test('DOM-32: a record that says of itself that it was an incident is not struck out', () => {
  const life = setUpContract();
  const noticed = { what: '宛名の取り違え', during: 'movement' };
  const reviewed = { cause: '確認漏れ', measure: '二人で確認', reason: '封入して発送した' };
  for (const isIncident of [true, false]) {
    const { subject } = life.by(handler).takes('near-miss', 'noticed', noticed);
    life.by(chief).takes('near-miss', 'reviewed', { ...reviewed, isIncident }, { case: subject });
    const decided = life.by(chief).decides('near-miss', 'voided', why, { case: subject });
    expect(decided.ok ? 'struck' : decided.error.code).toBe(
      isIncident ? 'line-says-incident' : 'struck',
    );
  }
});

test('DOM-70: what somebody noticed is struck out by who wrote it, or by a chief officer', () => {
  const life = setUpContract();
  const noticed = { what: '宛名の取り違え', during: 'movement' };
  const notedBy = (actor: string) => life.by(actor).takes('near-miss', 'noticed', noticed).subject;
  for (const actor of [handler, auditor, chief]) {
    const subject = notedBy(actor);
    expect(strikes(life.by(manager), 'near-miss', subject).code).toBe('line-of-finder');
  }
  const own = notedBy(manager);
  const corrected = { what: '宛名の書き違え', correctionReason: '聞き違い' };
  life.takes('near-miss', 'corrected', corrected, { case: own });
  expect(life.decides('near-miss', 'voided', why, { case: own }).ok).toBe(true);
  const reviewed = { cause: '確認漏れ', measure: '二人で確認', reason: '未然', isIncident: false };
  life.takes('near-miss', 'reviewed', reviewed, { case: own });
  expect(strikes(life, 'near-miss', own)).toMatchObject({
    code: 'line-of-finder',
    wayOut: [{ code: 'ask-person-in-charge', parameters: { roles: '総括責任者' } }],
  });
  for (const subject of [own, notedBy(handler)]) {
    life.by(chief).takes('near-miss', 'voided', why, { case: subject });
  }
});
