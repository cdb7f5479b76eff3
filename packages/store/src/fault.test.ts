import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { StoreFault, faultOf } from './fault.ts';

function databaseError(state: string): DatabaseError {
  const error = new DatabaseError('as the database put it', 0, 'error');
  error.code = state;
  return error;
}

test.each([
  ['57P01', 'unavailable'],
  ['57P02', 'unavailable'],
  ['57P03', 'unavailable'],
  ['57014', 'unavailable'],
  ['08006', 'unavailable'],
  ['53300', 'unavailable'],
  ['40P01', 'unavailable'],
  ['53100', 'disk-full'],
  ['25006', 'standby'],
  ['42501', 'access-refused'],
  ['28P01', 'access-refused'],
  ['3D000', 'access-refused'],
  ['XX001', 'corrupt'],
  ['23505', 'unexpected'],
])('STO-16: the state %s of the database is the fault `%s`', (state, code) => {
  const error = databaseError(state);
  expect(faultOf(error)).toMatchObject({ name: 'StoreFault', code, cause: error });
});

test('STO-16: what breaks a connection is `unavailable`, what breaks us is `unexpected`', () => {
  expect(faultOf(new Error('Connection terminated')).code).toBe('unavailable');
  expect(faultOf(new TypeError('x is not a function')).code).toBe('unexpected');
  expect(faultOf('thrown as text').code).toBe('unexpected');
});

test('STO-16: a fault stays the fault it is', () => {
  const fault = new StoreFault('corrupt', 'as it was');
  expect(faultOf(fault)).toBe(fault);
});
