import { expect, test } from 'vitest';
import {
  auditor,
  chief,
  handler,
  manager,
  otherWorker,
  setUpContract,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'client-training';
const planned = { title: '説明会', plannedOn: '2026-04-24' };

test('DUT-client-training-1: every standing of the client’s education', () => {
  const life = setUpContract().by(chief);
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const announced = life.takes(duty, 'announced', planned);
  const about = { case: announced.subject };
  const open = { dueOn: '2026-04-24', cases: [about.case], proofs: [announced.sequence] };
  expect(life.standing(duty, '2026-04-24')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ ...open, status: 'overdue' });
  life.on('2026-04-24 17:00');
  const absentees = [handler, auditor];
  const there = { attendees: [chief, manager], absentees };
  expect(life.refuses(duty, 'attended', there, about).code).toBe('field-missing');
  const attended = life.takes(duty, 'attended', { ...there, catchUpBy: '2026-05-08' }, about);
  const absent = { dueOn: '2026-05-08', cases: [about.case], proofs: [attended.sequence] };
  expect(life.standing(duty, '2026-05-08')).toMatchObject({ ...absent, status: 'due' });
  expect(life.standing(duty, '2026-05-09')).toMatchObject({ ...absent, status: 'overdue' });
  life.on('2026-05-07 09:00').takes(duty, 'caught-up', { caughtUp: [handler] }, about);
  expect(life.standing(duty, '2026-05-09').status).toBe('overdue');
  const last = life.takes(duty, 'caught-up', { caughtUp: [auditor] }, about);
  const met = { status: 'met', proofs: [last.sequence], cases: [about.case] };
  expect(life.standing(duty, '2026-05-09')).toMatchObject(met);
  expect(life.standing(duty, '2026-04-23')).toMatchObject({ ...open, status: 'due' });
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['met', 'not-applicable', 'met'],
    isBack: true,
  });
});

test('DUT-client-training-2: what is cancelled, and who has left, is waited for no longer', () => {
  const life = setUpContract().by(chief);
  const dropped = life.takes(duty, 'announced', planned);
  life.takes(duty, 'cancelled', { remarks: '区の都合' }, { case: dropped.subject });
  expect(life.standing(duty, '2026-04-25').status).toBe('not-yet');
  const about = { case: life.takes(duty, 'announced', planned).subject };
  const there = { attendees: [chief], absentees: [otherWorker], catchUpBy: '2026-04-30' };
  life.takes(duty, 'attended', there, about);
  expect(life.standing(duty, '2026-05-01').status).toBe('overdue');
  life.takes('person', 'left', {}, { case: otherWorker });
  expect(life.standing(duty, '2026-05-01').status).toBe('met');
});

test('DUT-client-training-1: attendance put down wrongly is corrected, and counts as corrected', () => {
  const life = setUpContract().by(chief);
  const about = { case: life.takes(duty, 'announced', planned).subject };
  life.takes(duty, 'attended', { attendees: [chief, handler] }, about);
  const because = { correctionReason: '名前の取違え' };
  const both = { ...because, absentees: [handler], catchUpBy: '2026-05-08' };
  expect(life.refuses(duty, 'corrected', both, about).code).toBe('attended-and-absent');
  const { catchUpBy: _, ...endless } = { ...both, attendees: [chief] };
  expect(life.refuses(duty, 'corrected', endless, about).code).toBe('field-missing');
  life.takes(duty, 'corrected', { ...both, attendees: [chief] }, about);
  expect(life.standing(duty, '2026-05-09').status).toBe('overdue');
});
