import { concatBytes, utf8 } from '@kanribo/kernel';
import { MerkleFault } from './merkle-fault.ts';
import { isSize } from './tree-size.ts';
import type { KeyKind, VerifierKey } from './verifier-key.ts';

/**
 * Whether the Ed25519 signature (RFC 8032, 64 bytes) over the message is by the public key (32
 * bytes). Handed in, so that this package runs in a browser; answers false to malformed input.
 */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** The 64 bytes of an Ed25519 signature (RFC 8032) over the message, by a key that is held. */
export type SignMessage = (message: Uint8Array) => Uint8Array;

/** A key that signs, and what it is known by. */
export interface Signer<Kind extends KeyKind = KeyKind> {
  readonly key: VerifierKey<Kind>;
  readonly sign: SignMessage;
}

/** The length of an Ed25519 signature in bytes. */
const signatureLength = 64;

const timeLength = 8;

/** The signature of a log's key over the text of a note. */
export function signText(signer: Signer<'ed25519'>, text: string): Uint8Array {
  return signed(signer, utf8(text));
}

/** Whether it is the signature of this key over the text of a note. */
export function isTextSigned(
  verify: VerifySignature,
  key: VerifierKey,
  claim: { readonly text: string; readonly signature: Uint8Array },
): boolean {
  if (claim.signature.length !== signatureLength) return false;
  return verify(key.publicKey, utf8(claim.text), claim.signature);
}

/**
 * A witness's cosignature of a checkpoint's text: 8 bytes of time (POSIX seconds, big-endian), then
 * the signature over `cosignature/v1`, the time and the text (C2SP tlog-cosignature).
 * @throws {MerkleFault} `size-out-of-range` for a time that is no whole number of seconds.
 */
export function cosignText(
  signer: Signer<'cosignature'>,
  statement: { readonly text: string; readonly time: number },
): Uint8Array {
  if (!isSize(statement.time)) {
    throw new MerkleFault('size-out-of-range', `${statement.time} is no time in seconds`);
  }
  const time = new Uint8Array(timeLength);
  new DataView(time.buffer).setBigUint64(0, BigInt(statement.time));
  return concatBytes([time, signed(signer, cosignedMessage(statement))]);
}

/** The time a witness states, if it is the cosignature of this key over the checkpoint's text. */
export function cosignedAt(
  verify: VerifySignature,
  key: VerifierKey,
  claim: { readonly text: string; readonly signature: Uint8Array },
): number | undefined {
  if (claim.signature.length !== timeLength + signatureLength) return undefined;
  const { buffer, byteOffset } = claim.signature;
  const time = Number(new DataView(buffer, byteOffset, timeLength).getBigUint64(0));
  if (!isSize(time)) return undefined;
  const message = cosignedMessage({ text: claim.text, time });
  return verify(key.publicKey, message, claim.signature.subarray(timeLength)) ? time : undefined;
}

function cosignedMessage({ text, time }: { readonly text: string; readonly time: number }) {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function signed(signer: Signer, message: Uint8Array): Uint8Array {
  const signature = signer.sign(message);
  if (signature.length !== signatureLength) {
    throw new MerkleFault('signature-malformed', `a signature of ${signature.length} bytes`);
  }
  return signature;
}
