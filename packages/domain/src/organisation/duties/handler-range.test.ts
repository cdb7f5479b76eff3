import { expect, test } from 'vitest';
import { casesOf } from '../../engine/contract.ts';
import type { Life } from '../../testing/life.ts';
import {
  appoints,
  chief,
  evidenceOf,
  files,
  filings,
  knownContract,
  receives,
  setUpContract,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'handler-range';
const divided = { range: 'divided', rangeText: '給与支払報告書' };
const about = { case: 'handler-1' };
const opened = (life: Life) => [...casesOf(life.contract, 'change-filing')].length;

test('DUT-handler-range-1: every standing of the range of handlers', () => {
  const life = knownContract();
  expect(life.standing(duty, '2026-04-01').status).toBe('not-yet');
  const { sequence } = appoints(life, 'handler');
  const met = { status: 'met', proofs: [sequence], cases: ['handler-1'] };
  expect(life.standing(duty, '2026-04-01')).toMatchObject(met);
  expect(life.refuses('handler', 'range-changed', { range: 'divided' }, about).code).toBe(
    'field-missing',
  );
  const changed = life.takes('handler', 'range-changed', divided, about);
  expect(life.standing(duty, '2026-04-01')).toMatchObject({ proofs: [changed.sequence] });
  expect(setsAside(life, duty)).toMatchObject({
    statuses: ['met', 'not-applicable', 'met'],
    isBack: true,
  });
  expect(life.standing(duty, '2027-01-01').status).toBe('not-yet');
});

test('ORG-5: a change of range is filed only where the paper handed in stated the range', () => {
  const stated = setUpContract().by(chief);
  const { sequence } = stated.takes('handler', 'range-changed', divided, about);
  expect([...casesOf(stated.contract, 'change-filing')][0]?.values).toMatchObject({
    of: 'handler-1',
    changed: 'handler-1',
    changeEntry: sequence,
    dueOn: '2026-04-27',
  });
  for (const containsRange of [true, false]) {
    const life = knownContract();
    appoints(life, 'chief-officer');
    appoints(life, 'handler');
    life.takes('handler', 'range-changed', divided, about);
    expect(opened(life)).toBe(0);
    const other = { includesThisFiling: true, namesHandlers: true, otherFiling: evidenceOf('1') };
    const values = { ...other, containsRange };
    const { subject } = life.takes(filings.handler, 'substituted', values);
    life.takes(filings.handler, 'submitted', { method: 'hand' }, { case: subject });
    receives(life, filings.handler, subject);
    life.takes('handler', 'range-changed', { ...divided, range: 'undivided' }, about);
    expect(opened(life)).toBe(containsRange ? 1 : 0);
    const { subject: own } = life.takes(filings.handler, 'prepared', { containsRange: false });
    expect(life.contract.cases.get(own)?.values).toMatchObject({ containsRange: false });
  }
  const own = knownContract();
  appoints(own, 'handler');
  files(own, filings.handler);
  expect(own.contract.cases.get('handlers-list-1')?.values).toMatchObject({ containsRange: true });
});

test('ORG-5: a handler whose range changed stays in office, and can be extended and end', () => {
  const life = setUpContract().by(chief);
  life.takes('handler', 'range-changed', divided, about);
  life.takes('handler', 'extended', { until: '2027-02-28' }, about);
  life.takes('handler', 'range-changed', divided, about);
  life.takes('handler', 'ended', { until: '2026-05-31' }, about);
  expect(life.refuses('handler', 'range-changed', divided, about).code).toBe('not-in-step');
});
