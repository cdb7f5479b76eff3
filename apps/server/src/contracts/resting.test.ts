import { expect, test } from 'vitest';
import { resting } from './resting.ts';

test('SRV-25: others are served after every ten of what is worked out', async () => {
  const seen: string[] = [];
  const other = () => {
    seen.push('other');
    if (seen.length < 30) setImmediate(other);
  };
  setImmediate(other);
  const numbers = Array.from({ length: 25 }, (_, index) => index);
  for await (const number of resting(numbers)) seen.push(String(number));
  expect(seen.filter((one) => one !== 'other')).toEqual(numbers.map(String));
  expect(seen.indexOf('other')).toBe(10);
  expect(seen.indexOf('other', 11)).toBe(21);
});
