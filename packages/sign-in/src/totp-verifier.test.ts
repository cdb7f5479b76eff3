import { expect, test } from 'vitest';
import { totpVerifier } from './totp-verifier.ts';

const secret = Uint8Array.from(Buffer.from('12345678901234567890'));

// RFC 6238 Appendix B, SHA-1, the last six of eight digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('ACC-30: at second %i of RFC 6238 the code is %s', (seconds, code) => {
  const at = { nowMs: seconds * 1_000, reach: 0 };
  const step = Math.floor(seconds / 30);
  expect(totpVerifier.find(secret, code, at)).toEqual({ step, offBy: 0 });
  expect(totpVerifier.find(secret, '000000', at)).toBeUndefined();
});

test('ACC-30: a code of another step is found within reach, and told by how much', () => {
  const find = (offMs: number, reach: number) =>
    totpVerifier.find(secret, '287082', { nowMs: 59_000 + offMs, reach });
  expect(find(60_000, 2)).toEqual({ step: 1, offBy: -2 });
  expect(find(-30_000, 2)).toEqual({ step: 1, offBy: 1 });
  expect(find(90_000, 2)).toBeUndefined();
});

test.each(['', '28708', '2870822', '２８７０８２', ' 287082'])(
  'ACC-30: «%s» is no code',
  (code) => {
    expect(totpVerifier.find(secret, code, { nowMs: 59_000, reach: 20 })).toBeUndefined();
  },
);

test('ACC-30: the app is told secret, issuer and account as otpauth URI', () => {
  const described = totpVerifier.describe(secret, { issuer: '管理簿', account: 'yamada' });
  expect(described.secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  const uri = new URL(described.uri);
  expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
  expect(decodeURIComponent(uri.pathname)).toBe('/管理簿:yamada');
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: '管理簿',
    secret: described.secret,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
