/** How long a code is shown, in seconds. */
export const totpPeriodSeconds = 30;

/** TOTP as every authenticator app has it (RFC 6238): SHA-1, six digits, 30 seconds. */
export const totpSettings = { algorithm: 'SHA1', digits: 6, period: totpPeriodSeconds } as const;
