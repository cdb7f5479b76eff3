import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import type { Passkey, PasskeyVerifier } from '@kanribo/application';
import { type JsonObject, fromBase64, isJsonObject, toBase64, utf8 } from '@kanribo/kernel';
import { attestsNothing, parseAuthentication, parseRegistration } from './passkey-answers.ts';

const timeoutMs = 120_000;

/**
 * Passkeys (WebAuthn Level 3) with user verification required. Nothing is asked of their makers,
 * so that nothing is looked up outside.
 */
export const passkeyVerifier: PasskeyVerifier = {
  creationOptions: async ({ relyingParty, challenge, account, known }) => {
    const options = await generateRegistrationOptions({
      rpName: relyingParty.name,
      rpID: relyingParty.host,
      userID: Uint8Array.from(utf8(account.id)),
      userName: account.signInId,
      userDisplayName: account.name,
      challenge: Uint8Array.from(challenge),
      timeout: timeoutMs,
      attestationType: 'none',
      excludeCredentials: known.map(descriptorOf),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    return jsonOf(options);
  },

  registered: async ({ relyingParty, challenge, answer }) => {
    const response = parseRegistration(answer);
    if (response === undefined) return undefined;
    try {
      if (!attestsNothing(response)) return undefined;
      const { registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: isoBase64URL.fromBuffer(Uint8Array.from(challenge)),
        expectedOrigin: relyingParty.origin,
        expectedRPID: relyingParty.host,
        requireUserVerification: true,
      });
      if (registrationInfo === undefined || !registrationInfo.userVerified) return undefined;
      const { credential, credentialDeviceType } = registrationInfo;
      const passkey = {
        credentialId: credential.id,
        publicKey: toBase64(credential.publicKey),
        transports: credential.transports ?? [],
        isBackupEligible: credentialDeviceType === 'multiDevice',
        isPlatform: response.authenticatorAttachment === 'platform',
      };
      return { passkey, counter: credential.counter };
    } catch {
      return undefined;
    }
  },

  requestOptions: async ({ relyingParty, challenge, known }) => {
    const options = await generateAuthenticationOptions({
      rpID: relyingParty.host,
      challenge: Uint8Array.from(challenge),
      timeout: timeoutMs,
      allowCredentials: known.map(descriptorOf),
      userVerification: 'required',
    });
    return jsonOf(options);
  },

  proved: async ({ relyingParty, challenge, answer, passkey, counter }) => {
    const response = parseAuthentication(answer);
    const publicKey = fromBase64(passkey.publicKey);
    if (response === undefined || publicKey === undefined) return undefined;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: isoBase64URL.fromBuffer(Uint8Array.from(challenge)),
        expectedOrigin: relyingParty.origin,
        expectedRPID: relyingParty.host,
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId,
          publicKey: Uint8Array.from(publicKey),
          counter,
        },
      });
      const isProved = verified && authenticationInfo.userVerified;
      return isProved ? { counter: authenticationInfo.newCounter } : undefined;
    } catch {
      return undefined;
    }
  },
};

const descriptorOf = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  transports: [...transports],
});

/** Options as plain JSON: what is undefined is left out. */
function jsonOf(options: object): JsonObject {
  const value: unknown = JSON.parse(JSON.stringify(options));
  return isJsonObject(value) ? value : {};
}
