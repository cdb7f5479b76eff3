import { createHash } from 'node:crypto';
import { fromHex, utf8 } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { commitParticulars } from './particulars.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const salt = fromHex('000102030405060708090a0b0c0d0e0f') ?? new Uint8Array(0);

test('EVI-5: the commitment is the hex SHA-256 of the salt and the text', () => {
  const text = '{"name":"山田 太郎"}';
  const commitment = commitParticulars(sha256, { salt, text });
  expect(commitment).toBe(createHash('sha256').update(salt).update(utf8(text)).digest('hex'));
  expect(commitment).toBe('0073176a67aac5825afe3d1e8d14cacb26f6a9052ab6888e235a70db082d536d');
  expect(commitParticulars(sha256, { salt: salt.toReversed(), text })).not.toBe(commitment);
});
