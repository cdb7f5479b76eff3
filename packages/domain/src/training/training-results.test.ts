import { expect, test } from 'vitest';
import type { Life } from '../testing/life.ts';
import {
  auditor,
  chief,
  evidenceOf,
  files,
  handler,
  manager,
  otherWorker,
  receives,
  setUpContract,
  submits,
} from '../testing/sample.ts';

const filing = 'training-results';
const holds = (life: Life, attendees: readonly string[]) =>
  life.takes('training-session', 'held', {
    method: 'briefing',
    contents: '特記事項',
    attendees: [...attendees],
  }).subject;

test('TRN-3: the results name who attended and who of the related staff has not', () => {
  const life = setUpContract().by(chief);
  const first = holds(life, [chief, manager, handler, auditor]);
  const values = { occasion: 'first', sessions: [first] };
  const { subject } = life.takes(filing, 'prepared', values);
  expect(life.contract.cases.get(subject)?.values).toMatchObject({
    attended: [chief, manager, handler, auditor],
    absent: [otherWorker],
  });
  submits(life, filing, subject);
  receives(life, filing, subject);
  expect(life.contract.cases.get(subject)?.status).toBe('received');
  expect(life.refuses(filing, 'prepared', { occasion: 'first' }).code).toBe('field-missing');
});

test('TRN-3: who joins later is reported by a further paper', () => {
  const life = setUpContract().by(chief);
  const first = holds(life, [chief, manager, handler, auditor, otherWorker]);
  life.takes(filing, 'prepared', { occasion: 'first', sessions: [first] });
  const joiner = { name: '新人', affiliation: '派遣元', party: 'contractor', isWorker: true };
  const { subject: joined } = life.takes('person', 'recorded', joiner);
  const second = holds(life, [joined, handler]);
  const values = { occasion: 'further', sessions: [second, holds(life, [joined])] };
  const { subject } = life.takes(filing, 'prepared', values);
  expect(life.contract.cases.get(subject)?.values).toMatchObject({
    attended: [joined, handler],
    absent: [],
  });
});

test('TRN-4: the other annex’s results stand for ours with the one statement', () => {
  const life = setUpContract().by(chief);
  const values = {
    occasion: 'first',
    sessions: [holds(life, [chief])],
    otherFiling: evidenceOf('1'),
  };
  for (const stated of [{}, { namesHandlers: true }, { includesThisFiling: false }]) {
    const refusal = life.refuses(filing, 'substituted', { ...values, ...stated });
    expect(refusal).toMatchObject({ code: 'substitute-without-statements', duty: 'training' });
  }
  const stated = { ...values, includesThisFiling: true };
  const about = { case: life.takes(filing, 'substituted', stated).subject };
  life.takes(filing, 'submitted', { method: 'hand' }, about);
  receives(life, filing, about.case);
  expect(life.standing('training', '2026-04-20').status).toBe('not-watched');
});

test('TRN-3: the education itself is named and not watched yet', () => {
  const life = setUpContract().by(chief);
  holds(life, [chief]);
  expect(() => files(life, filing)).toThrow('field-missing');
  expect(life.standing('training', '2026-04-20').status).toBe('not-watched');
});
