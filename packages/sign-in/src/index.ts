export { totpCode, totpCodeEndsMs } from './authenticator.ts';
export { argon2Hasher } from './password-hasher.ts';
export { passkeyVerifier } from './passkey-verifier.ts';
export { totpVerifier } from './totp-verifier.ts';
