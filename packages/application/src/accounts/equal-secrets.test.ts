import { expect, test } from 'vitest';
import { areEqualSecrets } from './equal-secrets.ts';

/** Bytes that count how many of them were read. */
function counting(bytes: readonly number[]) {
  const read = new Set<string>();
  const watched = new Proxy(bytes, {
    get: (target, name) => {
      if (typeof name === 'string' && name !== 'length') read.add(name);
      const found: unknown = Reflect.get(target, name);
      return found;
    },
  });
  return { watched, read };
}

test('ACC-36: hashes of secrets are compared to the end, wherever they differ', () => {
  const hash = Array.from({ length: 32 }, (_, index) => index);
  for (const at of [undefined, 0, 17, 31]) {
    const { watched, read } = counting(hash.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    expect(areEqualSecrets(hash, watched)).toBe(at === undefined);
    expect(read.size).toBe(32);
  }
  expect(areEqualSecrets(hash, hash.slice(1))).toBe(false);
});
