import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { fromHex, toHex, utf8 } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { sha256, sha256Stream, verifySignature } from './browser-crypto.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

test('WEB-24: the page hashes as Node does, whole and in chunks', async () => {
  const bytes = utf8('特記事項'.repeat(1000));
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(toHex(sha256(bytes))).toBe(expected);
  async function* chunks() {
    yield bytes.subarray(0, 7);
    yield bytes.subarray(7);
  }
  expect(toHex(await sha256Stream(chunks()))).toBe(expected);
});

test('WEB-24: the page verifies the vector of RFC 8032 §7.1, and nothing that was changed', () => {
  const key = bytesOf('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = bytesOf(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  const message = bytesOf('72');
  expect(verifySignature(key, message, signature)).toBe(true);
  expect(verifySignature(key, bytesOf('73'), signature)).toBe(false);
  expect(verifySignature(key, message, signature.with(0, 0))).toBe(false);
  expect(verifySignature(key.subarray(1), message, signature)).toBe(false);
  expect(verifySignature(key, message, signature.subarray(1))).toBe(false);
});

test('WEB-24: a signature by Node is verified by the page', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const message = utf8('demo/register/0\n3\n');
  expect(verifySignature(key, message, sign(null, message, privateKey))).toBe(true);
});
