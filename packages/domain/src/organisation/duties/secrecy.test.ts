import { expect, test } from 'vitest';
import {
  appoints,
  chief,
  evidenceOf,
  handler,
  manager,
  setUpContract,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'secrecy';
const remarks = ['accounts-not-watched', 'as-recorded-only'];

test('DUT-secrecy-1: every standing of secrecy', () => {
  const life = setUpContract().by(chief);
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ status: 'not-yet', remarks });
  const about = { case: 'handler-1' };
  const ended = life.takes('handler', 'ended', { until: '2026-04-30' }, about);
  expect(life.standing(duty, '2026-04-30').status).toBe('not-yet');
  const met = { status: 'met', proofs: [ended.sequence], cases: ['handler-1'], remarks };
  expect(life.standing(duty, '2026-05-01')).toMatchObject(met);
  appoints(life, 'handler', { from: '2026-05-10' });
  expect(life.standing(duty, '2026-05-09').status).toBe('met');
  expect(life.standing(duty, '2026-05-10').status).toBe('not-yet');
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['not-yet', 'not-applicable', 'not-yet'],
    isBack: true,
  });
});

test('DUT-secrecy-2: pledges stand beside as evidence, and their want changes nothing', () => {
  const life = setUpContract().by(chief);
  const pledged = (person: string) =>
    life.takes('pledge', 'signed', { person, occasion: 'leaving', paper: evidenceOf('5') });
  const { sequence } = pledged(handler);
  pledged(manager);
  expect(life.standing(duty, '2026-04-20')).toMatchObject({ status: 'not-yet', proofs: [] });
  const ended = life.takes('handler', 'ended', { until: '2026-04-20' }, { case: 'handler-1' });
  expect(life.standing(duty, '2026-04-21')).toMatchObject({
    status: 'met',
    proofs: [sequence, ended.sequence],
  });
});
