import { expect, test } from 'vitest';
import { KernelFault } from './kernel-fault.ts';

test('KER-26: a fault carries its code and what caused it', () => {
  const cause = new Error('disk');
  const fault = new KernelFault('not-json', 'a function', { cause });
  expect(fault).toMatchObject({ name: 'KernelFault', code: 'not-json', cause });
  expect(fault.message).toBe('not-json: a function');
});
