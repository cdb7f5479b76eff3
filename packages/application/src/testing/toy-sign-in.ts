import { type JsonObject, toBase64, toHex, utf8 } from '@kanribo/kernel';
import type { PasskeyVerifier, PasswordHasher, TotpVerifier } from '../accounts/ports.ts';
import { sha256 } from './sha256.ts';

const stepMs = 30_000;

/** A hasher as quick as it is weak. */
export const toyHasher: PasswordHasher = {
  hash: async (password) => `toy:${toHex(sha256(utf8(password)))}`,
  verify: async (hash, password) => hash === `toy:${toHex(sha256(utf8(password)))}`,
};

/** The code a toy authenticator app shows at a moment, in milliseconds. */
export function toyCode(secret: string, atMs: number): string {
  return codeOf(Uint8Array.from(Buffer.from(secret, 'hex')), Math.floor(atMs / stepMs));
}

function codeOf(secret: Uint8Array, step: number): string {
  const [first = 0, second = 0, third = 0] = sha256(utf8(`${toHex(secret)} ${step}`));
  const number = first * 65_536 + second * 256 + third;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Codes of six digits that look like those of RFC 6238. */
export const toyTotp: TotpVerifier = {
  describe: (secret, { issuer, account }) => ({
    secret: toHex(secret),
    uri: `otpauth://totp/${issuer}:${account}?secret=${toHex(secret)}`,
  }),
  find: (secret, code, { nowMs, reach }) => {
    const now = Math.floor(nowMs / stepMs);
    const tried = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
    tried.sort((left, right) => Math.abs(left) - Math.abs(right));
    const offBy = tried.find((off) => codeOf(secret, now + off) === code);
    return offBy === undefined ? undefined : { step: now + offBy, offBy };
  },
};

/** A toy passkey's answer to the options it was given. */
export function toyPasskeyAnswer(options: JsonObject, id: string, counter = 0): JsonObject {
  return { id, challenge: options['challenge'] ?? '', counter, userVerified: true };
}

const isAnswer = (challenge: Uint8Array, answer: JsonObject): boolean =>
  answer['challenge'] === toBase64(challenge) && answer['userVerified'] === true;

const counterOf = ({ counter }: JsonObject): number => (typeof counter === 'number' ? counter : 0);

/** Passkeys whose proof is to know the challenge. */
export const toyPasskeys: PasskeyVerifier = {
  creationOptions: async ({ challenge }) => ({ challenge: toBase64(challenge) }),
  registered: async ({ challenge, answer }) => {
    const { id } = answer;
    if (!isAnswer(challenge, answer) || typeof id !== 'string') return undefined;
    const isBackupEligible = answer['backupEligible'] === true;
    const isPlatform = answer['platform'] === true;
    const passkey = {
      credentialId: id,
      publicKey: '',
      transports: [],
      isBackupEligible,
      isPlatform,
    };
    return { passkey, counter: counterOf(answer) };
  },
  requestOptions: async ({ challenge, known }) => ({
    challenge: toBase64(challenge),
    allow: known.map(({ credentialId }) => credentialId),
  }),
  proved: async ({ challenge, answer, passkey }) => {
    const isRight = isAnswer(challenge, answer) && answer['id'] === passkey.credentialId;
    return isRight ? { counter: counterOf(answer) } : undefined;
  },
};
