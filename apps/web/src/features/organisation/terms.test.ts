import { expect, test } from 'vitest';
import type { Registers } from '../../api/use-registers.ts';
import { stretchOf, termsIn } from './terms.ts';

const appointed = (id: string, status: string, values: Readonly<Record<string, string>>) => ({
  id,
  declaration: 'handler',
  status,
  version: 0,
  values: { person: 'person-1', ...values },
  particulars: {},
  occurredAt: '2026-04-01T00:00:00.000Z',
  marks: [],
});

const registers: Registers = new Map([
  [
    'handler',
    {
      lines: [
        appointed('handler-4', 'cancelled', { from: '2026-12-01' }),
        appointed('handler-3', 'appointed', { from: '2026-11-01' }),
        appointed('handler-2', 'appointed', { from: '2026-06-01', until: '2026-06-30' }),
        appointed('handler-1', 'appointed', { from: '2026-04-01', until: '2026-06-01' }),
      ],
      names: {},
      total: 4,
      next: null,
    },
  ],
]);

test('WEB-21: whoever holds an office is in it from the first day to the last, both included', () => {
  const on = (day: string) => termsIn(registers, day).map(({ id, state }) => [id, state]);
  expect(on('2026-06-01')).toEqual([
    ['handler-1', 'current'],
    ['handler-2', 'current'],
    ['handler-3', 'coming'],
    ['handler-4', 'cancelled'],
  ]);
  expect(on('2026-06-02')[0]).toEqual(['handler-1', 'over']);
  expect(on('2026-11-01')[2]).toEqual(['handler-3', 'current']);
});

test('WEB-21: a bar lies within the period of the contract, an open end at its end', () => {
  const period = { startsOn: '2026-04-01', endsOn: '2026-04-11' };
  expect(stretchOf({ from: '2026-04-06', until: '2026-04-11' }, period)).toEqual({
    start: 0.5,
    end: 1,
  });
  expect(stretchOf({ from: '2025-01-01', until: '2027-01-01' }, period)).toEqual({
    start: 0,
    end: 1,
  });
  expect(stretchOf({ from: '2026-04-01', until: null }, period).end).toBe(1);
});
