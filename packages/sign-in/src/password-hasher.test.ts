import { expect, test } from 'vitest';
import { argon2Hasher } from './password-hasher.ts';

test('ACC-29: a password is hashed by argon2id with 19 MiB, two passes and a salt of its own', async () => {
  const [one, other] = await Promise.all([argon2Hasher.hash('鍵'), argon2Hasher.hash('鍵')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await argon2Hasher.verify(one, '鍵')).toBe(true);
  expect(await argon2Hasher.verify(one, '鍵 ')).toBe(false);
  expect(await argon2Hasher.verify('no hash', '鍵')).toBe(false);
});
