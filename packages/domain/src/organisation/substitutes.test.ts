import { expect, test } from 'vitest';
import { catalogue } from '../catalogue.ts';
import { parseDay } from '@kanribo/kernel';
import type { Life } from '../testing/life.ts';
import {
  auditor,
  appoints,
  chief,
  evidenceOf,
  filings,
  handler,
  knownContract,
  manager,
  receives,
  setUpContract,
} from '../testing/sample.ts';
import { isDeliveredHandlerOn } from './questions.ts';

const otherFiling = evidenceOf('1');
const [first, second] = [{ includesThisFiling: true }, { namesHandlers: true }];

function isHandlerOn(life: Life, text: string): boolean {
  const day = parseDay(text);
  return day.ok && isDeliveredHandlerOn(life.contract, handler, day.value);
}

test('ORG-4: the workers’ filing stands for the list of handlers with two statements', () => {
  const life = knownContract();
  appoints(life, 'handler');
  const list = filings.handler;
  for (const stated of [{}, first, second, { ...first, namesHandlers: false }]) {
    const refusal = life.refuses(list, 'substituted', { otherFiling, ...stated });
    expect(refusal).toMatchObject({
      code: 'substitute-without-statements',
      duty: 'handlers-list',
      house: false,
    });
  }
  const values = { otherFiling, ...first, ...second };
  const { subject } = life.takes(list, 'substituted', values);
  expect(life.contract.cases.get(subject)?.values).toMatchObject({ appointments: ['handler-1'] });
  life.takes(list, 'submitted', { method: 'hand' }, { case: subject });
  expect(isHandlerOn(life, '2026-04-16')).toBe(false);
  const { sequence } = receives(life, list, subject);
  expect(isHandlerOn(life, '2026-04-16')).toBe(true);
  const met = { status: 'met', proofs: [sequence] };
  expect(life.standing('handlers-list', '2026-04-16')).toMatchObject(met);
});

test('ORG-4: statements are made anew after the filing was sent back', () => {
  const life = knownContract();
  appoints(life, 'handler');
  const list = filings.handler;
  const values = { otherFiling, ...first, ...second };
  const about = { case: life.takes(list, 'substituted', values).subject };
  life.takes(list, 'submitted', { method: 'hand' }, about);
  life.takes(list, 'sent-back', {}, about);
  expect(life.refuses(list, 'substituted', { otherFiling }, about).code).toBe(
    'substitute-without-statements',
  );
  life.takes(list, 'prepared', {}, about);
  const unprinted = life.refuses(list, 'submitted', { method: 'hand' }, about);
  expect(unprinted.code).toBe('not-rendered');
});

test('ORG-4: for a change the first statement always, the second when it is about workers', () => {
  const life = setUpContract().by(chief);
  for (const person of [chief, auditor, manager, handler]) {
    life.takes('person', 'changed', { name: '見本 桜' }, { case: person });
  }
  const needsBoth = [
    'change-filing-1',
    'change-filing-2',
    'change-filing-3',
    'change-filing-4',
  ].map((about) => {
    const unstated = life.refuses('change-filing', 'substituted', { otherFiling }, { case: about });
    expect(unstated).toMatchObject({
      code: 'substitute-without-statements',
      duty: 'change-filing',
    });
    const values = { otherFiling, ...first };
    return !life.decides('change-filing', 'substituted', values, { case: about }).ok;
  });
  expect(needsBoth).toEqual([false, false, true, true]);
  const values = { otherFiling, ...first, ...second };
  life.takes('change-filing', 'substituted', values, { case: 'change-filing-4' });
  life.takes('change-filing', 'submitted', { method: 'post' }, { case: 'change-filing-4' });
  receives(life, 'change-filing', 'change-filing-4');
  expect(life.standing('change-filing', '2026-04-27').cases).not.toContain('change-filing-4');
});

test('ORG-4: nothing stands for the first filings of 6, 7 and 8', () => {
  for (const name of [filings['chief-officer'], filings['audit-officer'], filings.manager]) {
    expect(Object.keys(catalogue.get(name)?.steps ?? {})).not.toContain('substituted');
  }
});
