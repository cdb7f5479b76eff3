import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../testing/sha256.ts';
import { hmacSha256, keyedHash } from './keyed-hash.ts';

test('ACC-24: names and addresses are hashed by HMAC-SHA-256, as another implementation does', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), bytes, (key, message) => {
      const expected = createHmac('sha256', key).update(message).digest();
      expect(Buffer.from(hmacSha256(sha256, key, message))).toEqual(expected);
    }),
  );
});

test('ACC-24: the same text has another hash for another use, and under another key', async () => {
  const tools = (fill: number) => ({
    sha256,
    accountsKey: async () => new Uint8Array(32).fill(fill),
  });
  const hashes = await Promise.all([
    keyedHash(tools(1), 'sign-in-id', 'yamada'),
    keyedHash(tools(1), 'address', 'yamada'),
    keyedHash(tools(2), 'sign-in-id', 'yamada'),
  ]);
  expect(new Set(hashes).size).toBe(3);
  expect(hashes[0]).toMatch(/^[0-9a-f]{32}$/);
});
