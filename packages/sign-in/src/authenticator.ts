import { Secret, TOTP } from 'otpauth';
import { totpPeriodSeconds, totpSettings } from './totp-settings.ts';

/**
 * The code an authenticator app shows at a moment, for accounts whose secret is no secret: samples
 * and tests. `secret` is base32 as it was shown at the enrolment, the moment in milliseconds.
 */
export function totpCode(secret: string, atMs: number): string {
  const totp = new TOTP({ ...totpSettings, secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: atMs });
}

/** When the code of a moment gives way to the next, in milliseconds since 1970. */
export function totpCodeEndsMs(atMs: number): number {
  const periodMs = totpPeriodSeconds * 1_000;
  return (Math.floor(atMs / periodMs) + 1) * periodMs;
}
