import { Secret, TOTP } from 'otpauth';
import type { TotpVerifier } from '@kanribo/application';
import { totpPeriodSeconds, totpSettings } from './totp-settings.ts';

const code = /^[0-9]{6}$/;

/** TOTP (RFC 6238) with SHA-1, six digits and 30 seconds, as every authenticator app has it. */
export const totpVerifier: TotpVerifier = {
  describe: (bytes, { issuer, account }) => {
    const totp = totpOf(bytes);
    const uri = new TOTP({
      ...totpSettings,
      secret: totp.secret,
      issuer,
      label: account,
    }).toString();
    return { secret: totp.secret.base32, uri };
  },
  find: (bytes, token, { nowMs, reach }) => {
    if (!code.test(token)) return undefined;
    const offBy = totpOf(bytes).validate({ token, timestamp: nowMs, window: reach });
    if (offBy === null) return undefined;
    return { step: Math.floor(nowMs / 1_000 / totpPeriodSeconds) + offBy, offBy };
  },
};

const totpOf = (bytes: Uint8Array): TOTP =>
  new TOTP({ ...totpSettings, secret: new Secret({ buffer: Uint8Array.from(bytes).buffer }) });
