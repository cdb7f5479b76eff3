import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import type { JsonObject } from '@kanribo/kernel';

/** What an answer is to differ in from a right one. */
export interface Deviation {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly isUserVerified?: boolean;
  /** An attestation the passkey signs itself. */
  readonly format?: 'packed';
  readonly type?: string;
  /** A passkey that may be copied to another device. */
  readonly isBackupEligible?: boolean;
  /** Where the browser says that it is kept; null where it says nothing. */
  readonly attachment?: 'platform' | 'cross-platform' | null;
}

const present = 0x01;
const verified = 0x04;
const backupEligible = 0x08;
const attested = 0x40;

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const base64Url = (bytes: Uint8Array): string => isoBase64URL.fromBuffer(Uint8Array.from(bytes));

/** An authenticator in software, with one passkey on P-256 (WebAuthn §6). */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32);
  counter = 0;
  readonly #key: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #place: { readonly host: string; readonly origin: string };

  constructor(place: { readonly host: string; readonly origin: string }) {
    this.#place = place;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    this.#publicKey = publicKey;
  }

  /** The answer to `navigator.credentials.create`. */
  create(options: JsonObject, deviation: Deviation = {}): JsonObject {
    const idLength = Buffer.alloc(2);
    idLength.writeUInt16BE(this.id.length);
    const credential = [Buffer.alloc(16), idLength, this.id, this.#coseKey()];
    const authData = Buffer.concat([this.#authenticatorData(deviation, attested), ...credential]);
    const clientDataJSON = this.#clientData(options, 'webauthn.create', deviation);
    const hash = sha256(isoBase64URL.toBuffer(clientDataJSON));
    const signature = sign('sha256', Buffer.concat([authData, hash]), this.#key);
    const statement = new Map<string | number, number | Uint8Array>([
      ['alg', -7],
      ['sig', Uint8Array.from(signature)],
    ]);
    const isPacked = deviation.format === 'packed';
    const attestation = new Map<string | number, string | Uint8Array | typeof statement>([
      ['fmt', isPacked ? 'packed' : 'none'],
      ['attStmt', isPacked ? statement : new Map()],
      ['authData', Uint8Array.from(authData)],
    ]);
    const response = {
      clientDataJSON,
      attestationObject: base64Url(isoCBOR.encode(attestation)),
      transports: ['internal'],
    };
    const { attachment = 'platform' } = deviation;
    return {
      ...this.#answer(response),
      ...(attachment !== null && { authenticatorAttachment: attachment }),
    };
  }

  /** The answer to `navigator.credentials.get`. */
  prove(options: JsonObject, deviation: Deviation = {}): JsonObject {
    const clientDataJSON = this.#clientData(options, 'webauthn.get', deviation);
    const authenticatorData = this.#authenticatorData(deviation, 0);
    const hash = sha256(isoBase64URL.toBuffer(clientDataJSON));
    const signature = sign('sha256', Buffer.concat([authenticatorData, hash]), this.#key);
    return this.#answer({
      clientDataJSON,
      authenticatorData: base64Url(authenticatorData),
      signature: base64Url(signature),
    });
  }

  #answer(response: JsonObject): JsonObject {
    const id = base64Url(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(options: JsonObject, type: string, deviation: Deviation): string {
    const asked = options['challenge'];
    const { challenge = asked, origin = this.#place.origin } = deviation;
    const data = { type: deviation.type ?? type, challenge, origin, crossOrigin: false };
    return base64Url(Buffer.from(JSON.stringify(data)));
  }

  #authenticatorData(deviation: Deviation, more: number): Buffer {
    const backup = deviation.isBackupEligible === true ? backupEligible : 0;
    const flags = present | (deviation.isUserVerified === false ? 0 : verified) | backup | more;
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags);
    rest.writeUInt32BE(this.counter, 1);
    return Buffer.concat([sha256(deviation.host ?? this.#place.host), rest]);
  }

  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, isoBase64URL.toBuffer(x)],
      [-3, isoBase64URL.toBuffer(y)],
    ]);
    return Buffer.from(isoCBOR.encode(key));
  }
}
