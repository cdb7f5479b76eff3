import { routes } from '@kanribo/api';
import { expect, test } from 'vitest';
import { addressOf } from './call.ts';
import { problemOf } from './problem-of.ts';

test('WEB-3: parameters are written into the address safely, what is not asked is left out', () => {
  const params = { contract: 'a/b?c' };
  expect(
    addressOf(routes.dutyMap, { params, query: { day: '2026-04-01', known: undefined } }),
  ).toBe('/api/v1/contracts/a%2Fb%3Fc/duty-map?day=2026-04-01');
  expect(addressOf(routes.session, {})).toBe('/api/v1/session');
});

test('WEB-3: an answer that is none of ours is told as such, never as what it says', () => {
  expect(problemOf('<html>', 502).code).toBe('unreachable');
  expect(problemOf(undefined, 500).code).toBe('unreadable');
  const told = { code: 'made-up', message: 'x', requestId: '1' };
  expect(problemOf(told, 400).code).toBe('unreadable');
  expect(problemOf({ ...told, code: 'refused', clause: '20(3)' }, 403)).toMatchObject({
    code: 'refused',
    clause: '20(3)',
  });
});
