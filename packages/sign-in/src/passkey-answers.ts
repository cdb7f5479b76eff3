import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { type JsonObject, isJsonObject } from '@kanribo/kernel';

const base64Url = /^[A-Za-z0-9_-]{1,65536}$/;

function textIn(value: JsonObject, name: string): string | undefined {
  const text = value[name];
  return typeof text === 'string' && base64Url.test(text) ? text : undefined;
}

function headOf(answer: JsonObject) {
  const id = textIn(answer, 'id');
  const { response } = answer;
  if (id === undefined || answer['rawId'] !== id || answer['type'] !== 'public-key')
    return undefined;
  return isJsonObject(response) ? { id, response } : undefined;
}

/** What a browser answers to `navigator.credentials.create`, read strictly. */
export function parseRegistration(answer: JsonObject): RegistrationResponseJSON | undefined {
  const head = headOf(answer);
  if (head === undefined) return undefined;
  const { id, response } = head;
  const clientDataJSON = textIn(response, 'clientDataJSON');
  const attestationObject = textIn(response, 'attestationObject');
  if (clientDataJSON === undefined || attestationObject === undefined) return undefined;
  const { transports } = response;
  const known = Array.isArray(transports)
    ? transports.filter((one) => typeof one === 'string').slice(0, 8)
    : [];
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    ...(answer['authenticatorAttachment'] === 'platform' && {
      authenticatorAttachment: 'platform',
    }),
    response: { clientDataJSON, attestationObject, transports: known },
  };
}

/** What a browser answers to `navigator.credentials.get`, read strictly. */
export function parseAuthentication(answer: JsonObject): AuthenticationResponseJSON | undefined {
  const head = headOf(answer);
  if (head === undefined) return undefined;
  const { id, response } = head;
  const clientDataJSON = textIn(response, 'clientDataJSON');
  const authenticatorData = textIn(response, 'authenticatorData');
  const signature = textIn(response, 'signature');
  if (clientDataJSON === undefined || authenticatorData === undefined) return undefined;
  if (signature === undefined) return undefined;
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON, authenticatorData, signature },
  };
}

/**
 * Whether an attestation says nothing about the maker, as we ask for. Of any other the library
 * would look up whether a certificate was revoked, at an address the certificate names.
 */
export function attestsNothing({ response }: RegistrationResponseJSON): boolean {
  const object = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
  return object.get('fmt') === 'none' && object.get('attStmt').size === 0;
}
