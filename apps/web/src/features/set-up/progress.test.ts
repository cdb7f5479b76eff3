import { expect, test } from 'vitest';
import type { Registers } from '../../api/use-registers.ts';
import { firstOpenStep, isDone } from './progress.ts';
import { isSetUpStep } from './steps.ts';

const line = (status: string) => ({
  id: 'x-1',
  declaration: 'x',
  status,
  version: 0,
  values: {},
  particulars: {},
  occurredAt: '2026-04-01T00:00:00.000Z',
  marks: [],
});

function recorded(statuses: Readonly<Record<string, string>>): Registers {
  return new Map(
    Object.entries(statuses).map(([name, status]) => [
      name,
      { lines: [line(status)], names: {}, total: 1, next: null },
    ]),
  );
}

const offices = { 'chief-officer': 'a', 'audit-officer': 'a', manager: 'a', handler: 'a' };
const upToOffices = { contract: 'set-up', annex: 'adopted', person: 'recorded', ...offices };

test('WEB-20: setting up goes on at the first step that left nothing on record', () => {
  expect(firstOpenStep(recorded({}))).toBe('facts');
  expect(firstOpenStep(recorded({ contract: 'set-up' }))).toBe('annex');
  expect(firstOpenStep(recorded({ contract: 'set-up', annex: 'adopted' }))).toBe('people');
  expect(firstOpenStep(recorded(upToOffices))).toBe('filings');
});

test('WEB-20: offices are done when all of them are held, filings when the client received them', () => {
  const { handler: _, ...others } = upToOffices;
  expect(isDone(recorded(others), 'offices')).toBe(false);
  expect(isDone(recorded(upToOffices), 'offices')).toBe(true);
  const names = [
    'key-filing',
    'chief-officer-filing',
    'audit-officer-filing',
    'manager-filing',
    'handlers-list',
  ];
  const filed = (status: string) => Object.fromEntries(names.map((name) => [name, status]));
  expect(isDone(recorded(filed('submitted')), 'filings')).toBe(false);
  expect(isDone(recorded(filed('received')), 'filings')).toBe(true);
});

test('WEB-20: an address names a step or none', () => {
  expect(isSetUpStep('annex')).toBe(true);
  expect(isSetUpStep('constructor')).toBe(false);
  expect(isSetUpStep(undefined)).toBe(false);
});
