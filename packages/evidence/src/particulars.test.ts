import { createHash } from 'node:crypto';
import { canonicalText, fromHex, utf8 } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { commitParticulars, particularsCommitter, particularsText } from './particulars.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const salt = fromHex('000102030405060708090a0b0c0d0e0f') ?? new Uint8Array(0);

test('EVI-5: the commitment is the hex SHA-256 of the salt and the text', () => {
  const text = '{"name":"山田 太郎"}';
  const commitment = commitParticulars(sha256, { salt, text });
  expect(commitment).toBe(createHash('sha256').update(salt).update(utf8(text)).digest('hex'));
  expect(commitment).toBe('0073176a67aac5825afe3d1e8d14cacb26f6a9052ab6888e235a70db082d536d');
  expect(commitParticulars(sha256, { salt: salt.toReversed(), text })).not.toBe(commitment);
});

test('EVI-5: many commitments with one buffer are those made one by one', () => {
  const commit = particularsCommitter(sha256);
  const texts = ['{}', '{"name":"山田 太郎"}', `{"name":"${'名'.repeat(9_000)}"}`, '{"a":1}'];
  for (const text of texts) {
    for (const given of [salt, salt.toReversed(), salt.subarray(1), new Uint8Array(40)]) {
      const salted = { salt: given, text };
      expect(commit(salted)).toBe(commitParticulars(sha256, salted));
    }
  }
});

test('EVI-5: particulars are salted in their canonical text', () => {
  for (const particulars of [
    { remark: '備考', name: '山田', a: { z: 1, b: [1.5, null, true] } },
    { 10: 'x', 9: 'y', constructor: '\u0001', tab: '\t' },
    {},
  ]) {
    expect(particularsText(particulars)).toBe(canonicalText(particulars));
  }
  expect(() => particularsText({ name: 'a\ud800' })).toThrow('no canonical JSON text');
  expect(() => particularsText({ name: 2 ** 60 })).toThrow('no canonical JSON text');
});
