import { expect, test } from 'vitest';
import { totpCode, totpCodeEndsMs } from './authenticator.ts';

/** The secret of RFC 6238, Appendix B, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 60],
  [60, '359152', 90],
  [1_111_111_109, '081804', 1_111_111_110],
])('ACC-30: at second %i a sample shows the code %s, until second %i', (at, code, until) => {
  expect(totpCode(secret, at * 1_000)).toBe(code);
  expect(totpCodeEndsMs(at * 1_000)).toBe(until * 1_000);
});
