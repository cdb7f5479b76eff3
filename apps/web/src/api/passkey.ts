import { type JsonObject, isJsonObject } from '@kanribo/kernel';

/**
 * Has a passkey of this machine answer the server's challenge; undefined where the person gave up,
 * there is none, or the browser cannot (WebAuthn needs HTTPS or localhost).
 */
export async function assertPasskey(options: unknown): Promise<JsonObject | undefined> {
  if (!isRequest(options)) return undefined;
  return asJson(async () => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    return navigator.credentials.get({ publicKey });
  });
}

/** Has this machine make a passkey; undefined where the person gave up or the browser cannot. */
export async function createPasskey(options: unknown): Promise<JsonObject | undefined> {
  if (!isCreation(options)) return undefined;
  return asJson(async () => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return navigator.credentials.create({ publicKey });
  });
}

const isRequest = (options: unknown): options is PublicKeyCredentialRequestOptionsJSON =>
  isJsonObject(options) && typeof options['challenge'] === 'string';

const isCreation = (options: unknown): options is PublicKeyCredentialCreationOptionsJSON =>
  isRequest(options) && 'user' in options;

async function asJson(act: () => Promise<Credential | null>): Promise<JsonObject | undefined> {
  if (!('PublicKeyCredential' in globalThis)) return undefined;
  try {
    const credential = await act();
    const told: unknown = JSON.parse(JSON.stringify(credential));
    return isJsonObject(told) ? told : undefined;
  } catch (fault) {
    if (fault instanceof DOMException || fault instanceof TypeError) return undefined;
    throw fault;
  }
}
