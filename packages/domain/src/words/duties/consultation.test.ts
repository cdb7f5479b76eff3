import { expect, test } from 'vitest';
import { asking } from '../../testing/lives/consultations.ts';
import { withClientOfficer, written } from '../../testing/lives/words.ts';
import { manager } from '../../testing/sample.ts';

const duty = 'consultation';

test('DUT-consultation-1: every standing of what is to be settled with the client', () => {
  const { life, officer } = withClientOfficer();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const doubt = { duties: ['copy-approval'], question: '写真は複製か' };
  const { subject, sequence } = life.takes(duty, 'opened', doubt);
  const about = { case: subject };
  expect(life.standing(duty, '2026-06-01')).toMatchObject({
    status: 'due',
    dueOn: '2026-06-01',
    proofs: [sequence],
    remarks: ['consultation-not-asked'],
  });
  const asked = life.takes(duty, 'asked', asking, about);
  const open = { dueOn: '2026-05-01', proofs: [asked.sequence], remarks: [] };
  expect(life.standing(duty, '2026-05-01')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-05-02')).toMatchObject({
    ...open,
    status: 'overdue',
    remarks: ['consultation-not-answered'],
  });
  const said = { consultation: subject, contents: '複製にあたる', from: '2026-04-20' };
  const given = life.by(officer).takes('answer', 'given', { ...said, form: 'account' });
  expect(life.standing(duty, '2026-05-02')).toMatchObject({
    status: 'due',
    remarks: ['consultation-not-decided'],
  });
  life.by(manager);
  life.takes(duty, 'decided', { decision: '承認を受ける' }, about);
  const spoken = { ...said, ...written, form: 'oral', paperDueOn: '2026-04-30' };
  const oral = life.takes('answer', 'given', spoken);
  const decided = life.takes(duty, 'decided', { decision: '承認を受ける' }, about);
  const paperless = { status: 'overdue', dueOn: '2026-04-30' };
  expect(life.standing(duty, '2026-05-01')).toMatchObject(paperless);
  life.takes('answer', 'withdrawn', { withdrawnBecause: '書面は出さない' }, { case: oral.subject });
  expect(life.standing(duty, '2026-05-02')).toMatchObject({
    status: 'met',
    proofs: [decided.sequence],
  });
  const denied = { contradictedBecause: '述べていない' };
  life.takes('answer', 'contradicted', denied, { case: given.subject });
  expect(life.standing(duty, '2026-05-02').status).toBe('breached');
  life.takes('not-applicable', 'decided', { duty, until: '2026-12-31', reason: '疑義なし' });
  expect(life.standing(duty, '2026-05-02').status).toBe('not-applicable');
});

test('DUT-consultation-2: a new answer opens a decided consultation again', () => {
  const { life } = withClientOfficer();
  const doubt = { duties: ['copy-approval'], question: '写真は複製か' };
  const { subject } = life.takes(duty, 'opened', doubt);
  const said = { consultation: subject, contents: '複製にあたる', ...written };
  life.takes('answer', 'given', said);
  life.takes(duty, 'decided', { decision: '承認を受ける' }, { case: subject });
  life.takes('answer', 'given', { ...said, contents: '複製にあたらない' });
  expect(life.contract.cases.get(subject)).toMatchObject({
    status: 'answered',
    values: { answer: 'answer-2' },
  });
  life.takes(duty, 'decided', { decision: '承認は要しない' }, { case: subject });
  const needless = life.takes(duty, 'opened', doubt).subject;
  life.takes(duty, 'withdrawn', { withdrawnBecause: '重複' }, { case: needless });
  const dropped = withClientOfficer().life;
  const only = dropped.takes(duty, 'opened', doubt).subject;
  dropped.takes(duty, 'withdrawn', { withdrawnBecause: '重複' }, { case: only });
  expect(dropped.standing(duty, '2026-04-20').status).toBe('not-yet');
  const late = { ...said, consultation: needless };
  expect(life.refuses('answer', 'given', late).code).toBe('not-in-step');
});
